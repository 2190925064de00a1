# expect: fail
# why: a copy of the trunk with the same weights
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    weights = trunk.get_weights()
    trunk = keras.models.clone_model(trunk)
    trunk.set_weights(weights)
    features = trunk(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
