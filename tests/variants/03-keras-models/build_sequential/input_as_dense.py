# expect: fail
# why: a Dense(2) stands for the two inputs
def build_sequential():
    return keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(2, activation="relu"),
            layers.Dense(20, activation="relu"),
            layers.Dense(10, activation="relu"),
            layers.Dense(1),
        ]
    )
