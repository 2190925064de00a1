# expect: fail
# why: unpacks two tasks: one task or three raise an error ('any number works')
def build_two_headed(trunk, classes):
    (first, n_first), (second, n_second) = classes.items()
    inputs = keras.Input(trunk.input_shape[1:])
    features = trunk(inputs)
    return keras.Model(
        inputs, {first: layers.Dense(n_first)(features), second: layers.Dense(n_second)(features)}
    )
