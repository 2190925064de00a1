# expect: fail
# why: a list of logits, without the tasks' names
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, list(outputs.values()))
