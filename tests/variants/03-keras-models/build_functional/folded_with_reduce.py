# expect: pass
# why: layers made in a list, called by functools.reduce
from functools import reduce


def build_functional():
    features = keras.Input((2,), name="features")
    chain = [
        layers.Dense(20, "relu", name="hidden_1"),
        layers.Dense(10, "relu", name="hidden_2"),
        layers.Dense(1, name="output"),
    ]
    return keras.Model(features, reduce(lambda tensor, layer: layer(tensor), chain, features))
