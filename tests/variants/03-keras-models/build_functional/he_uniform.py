# expect: fail
# why: another initialiser than Keras's default
def build_functional():
    i = keras.Input(shape=(2,), name="features")
    h = layers.Dense(20, activation="relu", kernel_initializer="he_uniform", name="hidden_1")(i)
    h = layers.Dense(10, activation="relu", kernel_initializer="he_uniform", name="hidden_2")(h)
    return keras.Model(i, layers.Dense(1, name="output")(h))
