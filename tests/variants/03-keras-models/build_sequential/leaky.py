# expect: fail
# why: leaky ReLU taken for ReLU
def build_sequential():
    return keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(20, activation="leaky_relu"),
            layers.Dense(10, activation="leaky_relu"),
            layers.Dense(1),
        ]
    )
