# expect: fail
# why: no names
def build_functional():
    inputs = keras.Input((2,))
    x = layers.Dense(20, activation="relu")(inputs)
    x = layers.Dense(10, activation="relu")(x)
    return keras.Model(inputs, layers.Dense(1)(x))
