# expect: fail
# why: returns probabilities
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {
        task: layers.Dense(n, activation="softmax", name=task)(features)
        for task, n in classes.items()
    }
    return keras.Model(inputs, outputs)
