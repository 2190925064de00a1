# expect: pass
# why: functools.reduce over the layers
from functools import reduce


def build_functional():
    inputs = keras.Input(shape=(2,), name="features")
    chain = [
        layers.Dense(20, activation="relu", name="hidden_1"),
        layers.Dense(10, activation="relu", name="hidden_2"),
        layers.Dense(1, name="output"),
    ]
    return keras.Model(inputs, reduce(lambda x, layer: layer(x), chain, inputs))
