# expect: fail
# why: a dropout between trunk and heads, which nobody asked for
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = layers.Dropout(0.5)(trunk(inputs))
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
