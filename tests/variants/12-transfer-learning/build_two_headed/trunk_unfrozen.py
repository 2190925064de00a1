# expect: fail
# why: lets all of the trunk learn, even what was frozen
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    for layer in trunk.layers:
        layer.trainable = True
    features = trunk(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
