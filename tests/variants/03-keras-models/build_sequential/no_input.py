# expect: fail
# why: no Input: the model has no weights before a first batch
def build_sequential():
    return keras.Sequential(
        [layers.Dense(20, activation="relu"), layers.Dense(10, activation="relu"), layers.Dense(1)]
    )
