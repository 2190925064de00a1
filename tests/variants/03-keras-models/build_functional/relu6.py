# expect: fail
# why: ReLU cut off at 6
def build_functional():
    i = keras.Input(shape=(2,), name="features")
    h = layers.Dense(20, activation="relu6", name="hidden_1")(i)
    h = layers.Dense(10, activation="relu6", name="hidden_2")(h)
    return keras.Model(i, layers.Dense(1, name="output")(h))
