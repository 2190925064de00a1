# expect: fail
# why: the batch size is taken for part of the shape
def build_sequential():
    return keras.Sequential(
        [
            keras.Input((None, 2)),
            layers.Dense(20, activation="relu"),
            layers.Dense(10, activation="relu"),
            layers.Dense(1),
        ]
    )
