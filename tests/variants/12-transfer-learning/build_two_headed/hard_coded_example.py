# expect: fail
# why: always ten kinds and four groups
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    outputs = {"kind": layers.Dense(10)(features), "group": layers.Dense(4)(features)}
    return keras.Model(inputs, outputs)
