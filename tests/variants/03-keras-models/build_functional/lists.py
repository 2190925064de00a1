# expect: pass
# why: inputs and outputs in lists
def build_functional():
    i = keras.Input(shape=(2,), name="features")
    h = layers.Dense(20, activation="relu", name="hidden_1")(i)
    h = layers.Dense(10, activation="relu", name="hidden_2")(h)
    o = layers.Dense(1, name="output")(h)
    return keras.Model(inputs=[i], outputs=[o])
