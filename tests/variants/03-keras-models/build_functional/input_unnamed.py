# expect: fail
# why: the input has no name
def build_functional():
    inputs = keras.Input((2,))
    x = layers.Dense(20, activation="relu", name="hidden_1")(inputs)
    x = layers.Dense(10, activation="relu", name="hidden_2")(x)
    return keras.Model(inputs, layers.Dense(1, name="output")(x))
