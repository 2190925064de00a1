# expect: fail
# why: all tasks share one Dense layer
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    head = layers.Dense(max(classes.values()))
    outputs = {task: head(features)[:, :n] for task, n in classes.items()}
    return keras.Model(inputs, outputs)
