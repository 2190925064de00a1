# expect: fail
# why: one logit for a task of two classes
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {
        task: layers.Dense(1 if n == 2 else n, name=task)(features) for task, n in classes.items()
    }
    return keras.Model(inputs, outputs)
