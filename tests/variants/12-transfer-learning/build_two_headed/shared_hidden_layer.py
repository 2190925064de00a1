# expect: fail
# why: one more shared layer between trunk and heads
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = layers.Dense(32, activation="relu")(trunk(inputs))
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
