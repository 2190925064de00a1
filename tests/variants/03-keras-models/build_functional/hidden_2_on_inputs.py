# expect: fail
# why: hidden_2 is called on the inputs
def build_functional():
    inputs = keras.Input((2,), name="features")
    x = layers.Dense(20, activation="relu", name="hidden_1")(inputs)
    x = layers.Dense(10, activation="relu", name="hidden_2")(inputs)
    return keras.Model(inputs, layers.Dense(1, name="output")(x))
