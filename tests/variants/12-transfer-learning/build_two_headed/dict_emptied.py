# expect: fail
# why: takes the tasks out of the caller's dict
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {}
    while classes:
        task, number = classes.popitem()
        outputs[task] = layers.Dense(number)(features)
    return keras.Model(inputs, outputs)
