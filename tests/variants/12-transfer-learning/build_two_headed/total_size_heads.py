# expect: fail
# why: every head has outputs for all classes of all tasks
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {
        task: layers.Dense(sum(classes.values()), name=task)(features)
        for task, n in classes.items()
    }
    return keras.Model(inputs, outputs)
