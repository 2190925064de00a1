# expect: fail
# why: a hidden layer in each head
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {
        task: layers.Dense(n, name=task)(layers.Dense(16, activation="relu")(features))
        for task, n in classes.items()
    }
    return keras.Model(inputs, outputs)
