# expect: fail
# why: one model made outside the function is given to every caller
_shared = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(20, activation="relu"),
        layers.Dense(10, activation="relu"),
        layers.Dense(1),
    ]
)


def build_sequential():
    return _shared
