# expect: pass
# why: each head a Sequential of one Dense layer
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {}
    for task, number in classes.items():
        outputs[task] = keras.Sequential([layers.Dense(number)])(features)
    return keras.Model(inputs, outputs)
