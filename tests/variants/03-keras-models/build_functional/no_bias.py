# expect: fail
# why: no biases
def build_functional():
    inputs = keras.Input((2,), name="features")
    x = layers.Dense(20, activation="relu", use_bias=False, name="hidden_1")(inputs)
    x = layers.Dense(10, activation="relu", use_bias=False, name="hidden_2")(x)
    return keras.Model(inputs, layers.Dense(1, use_bias=False, name="output")(x))
