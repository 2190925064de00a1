# expect: fail
# why: the sizes in reverse order under the names
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {
        task: layers.Dense(n, name=task)(features)
        for task, n in zip(classes, reversed(classes.values()))
    }
    return keras.Model(inputs, outputs)
