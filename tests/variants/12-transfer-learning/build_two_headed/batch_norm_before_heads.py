# expect: fail
# why: a batch normalisation between trunk and heads
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = layers.BatchNormalization()(trunk(inputs))
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
