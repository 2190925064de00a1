# expect: fail
# why: the six inputs of the example
def build_two_headed(trunk, classes):
    inputs = keras.Input((6,))
    features = trunk(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
