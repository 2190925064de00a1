# expect: fail
# why: the output is called on hidden_1's result
def build_functional():
    inputs = keras.Input((2,), name="features")
    x = layers.Dense(20, activation="relu", name="hidden_1")(inputs)
    h = layers.Dense(10, activation="relu", name="hidden_2")(x)
    return keras.Model(inputs, layers.Dense(1, name="output")(x))
