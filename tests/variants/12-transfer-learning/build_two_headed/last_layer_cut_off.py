# expect: fail
# why: leaves the trunk's last layer out
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = keras.Model(trunk.input, trunk.layers[-2].output)(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
