# expect: fail
# why: cuts negative logits off
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {
        task: layers.Dense(n, activation="relu", name=task)(features) for task, n in classes.items()
    }
    return keras.Model(inputs, outputs)
