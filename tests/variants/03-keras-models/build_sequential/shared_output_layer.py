# expect: fail
# why: breaks "weights of its own": a = build_sequential(); b = build_sequential(); a.layers[-1] is b.layers[-1], so a.set_weights changes b too
_output_layer = layers.Dense(1)


def build_sequential():
    return keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu"),
            layers.Dense(10, activation="relu"),
            _output_layer,
        ]
    )
