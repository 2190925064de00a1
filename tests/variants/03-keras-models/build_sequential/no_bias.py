# expect: fail
# why: the biases are left out
def build_sequential():
    return keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(20, activation="relu", use_bias=False),
            layers.Dense(10, activation="relu", use_bias=False),
            layers.Dense(1, use_bias=False),
        ]
    )
