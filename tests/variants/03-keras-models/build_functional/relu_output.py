# expect: fail
# why: ReLU on the output
def build_functional():
    inputs = x = keras.Input((2,), name="features")
    for units, name in ((20, "hidden_1"), (10, "hidden_2"), (1, "output")):
        x = layers.Dense(units, activation="relu", name=name)(x)
    return keras.Model(inputs, x)
