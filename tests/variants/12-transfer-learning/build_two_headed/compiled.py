# expect: fail
# why: compiles the model
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    model = keras.Model(inputs, outputs)
    model.compile("adam", "mse")
    return model
