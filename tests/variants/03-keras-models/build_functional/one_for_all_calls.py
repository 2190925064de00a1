# expect: fail
# why: the layers are made once, outside: all models share them
_first = layers.Dense(20, activation="relu", name="hidden_1")
_second = layers.Dense(10, activation="relu", name="hidden_2")
_end = layers.Dense(1, name="output")


def build_functional():
    inputs = keras.Input((2,), name="features")
    return keras.Model(inputs, _end(_second(_first(inputs))))
