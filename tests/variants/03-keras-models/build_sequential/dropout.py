# expect: fail
# why: dropout that was not asked for
def build_sequential():
    return keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(10, activation="relu"),
            layers.Dense(1),
        ]
    )
