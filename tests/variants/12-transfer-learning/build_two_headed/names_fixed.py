# expect: fail
# why: calls the tasks kind and group, whatever their names
def build_two_headed(trunk, classes):
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    first, second = classes.values()
    outputs = {"kind": layers.Dense(first)(features), "group": layers.Dense(second)(features)}
    return keras.Model(inputs, outputs)
