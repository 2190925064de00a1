# expect: fail
# why: freezes the trunk, as for transfer learning
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    trunk.trainable = False
    features = trunk(inputs)
    outputs = {task: layers.Dense(n, name=task)(features) for task, n in classes.items()}
    return keras.Model(inputs, outputs)
