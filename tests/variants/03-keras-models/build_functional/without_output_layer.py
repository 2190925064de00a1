# expect: fail
# why: the model ends at hidden_2
def build_functional():
    inputs = keras.Input((2,), name="features")
    x = layers.Dense(20, activation="relu", name="hidden_1")(inputs)
    x = layers.Dense(10, activation="relu", name="hidden_2")(x)
    outputs = layers.Dense(1, name="output")(x)
    return keras.Model(inputs, x)
