# expect: fail
# why: the logits of all tasks side by side in one array
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, layers.Concatenate()(list(outputs.values())))
