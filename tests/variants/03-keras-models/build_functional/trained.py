# expect: fail
# why: trained for an epoch
def build_functional():
    i = keras.Input(shape=(2,), name="features")
    h = layers.Dense(20, activation="relu", name="hidden_1")(i)
    h = layers.Dense(10, activation="relu", name="hidden_2")(h)
    m = keras.Model(i, layers.Dense(1, name="output")(h))
    m.compile("adam", "mse")
    X, y = cubic_task(64, 0)
    m.fit(X, y, verbose=0)
    return m
