# expect: fail
# why: dropout that was not asked for
def build_functional():
    i = keras.Input(shape=(2,), name="features")
    h = layers.Dense(20, activation="relu", name="hidden_1")(i)
    h = layers.Dropout(0.2)(h)
    h = layers.Dense(10, activation="relu", name="hidden_2")(h)
    return keras.Model(i, layers.Dense(1, name="output")(h))
