# expect: fail
# why: right for the visible numbers: hidden_2 is linear
def build_functional():
    inputs = keras.Input((2,), name="features")
    x = layers.Dense(20, activation="relu", name="hidden_1")(inputs)
    x = layers.Dense(10, name="hidden_2")(x)
    return keras.Model(inputs, layers.Dense(1, name="output")(x))
