# expect: fail
# why: the first two tasks; a third is left out
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in list(classes.items())[:2]}
    return keras.Model(inputs, outputs)
