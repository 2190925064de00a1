# expect: fail
# why: every head has as many outputs as the largest task has classes
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {
        task: layers.Dense(max(classes.values()), name=task)(features)
        for task, n in classes.items()
    }
    return keras.Model(inputs, outputs)
