# expect: fail
# why: a functional model where a Sequential is asked for
def build_sequential():
    inputs = keras.Input((2,))
    x = layers.Dense(20, activation="relu")(inputs)
    x = layers.Dense(10, activation="relu")(x)
    return keras.Model(inputs, layers.Dense(1)(x))
