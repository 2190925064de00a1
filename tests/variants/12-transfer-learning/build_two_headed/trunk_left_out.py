# expect: fail
# why: the heads stand on the inputs
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = inputs
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
