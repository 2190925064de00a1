# expect: fail
# why: a Sequential with the names asked for
def build_functional():
    return keras.Sequential(
        [
            keras.Input((2,), name="features"),
            layers.Dense(20, activation="relu", name="hidden_1"),
            layers.Dense(10, activation="relu", name="hidden_2"),
            layers.Dense(1, name="output"),
        ]
    )
