# expect: fail
# why: the names are hidden in a Sequential
def build_functional():
    i = keras.Input(shape=(2,), name="features")
    inner = keras.Sequential(
        [
            layers.Dense(20, activation="relu", name="hidden_1"),
            layers.Dense(10, activation="relu", name="hidden_2"),
            layers.Dense(1, name="output"),
        ]
    )
    return keras.Model(i, inner(i))
