# expect: fail
# why: float64 weights and outputs
def build_functional():
    i = keras.Input(shape=(2,), name="features", dtype="float64")
    h = layers.Dense(20, activation="relu", name="hidden_1", dtype="float64")(i)
    h = layers.Dense(10, activation="relu", name="hidden_2", dtype="float64")(h)
    return keras.Model(i, layers.Dense(1, name="output", dtype="float64")(h))
