# expect: fail
# why: float64 weights and outputs
def build_sequential():
    return keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu", dtype="float64"),
            layers.Dense(10, activation="relu", dtype="float64"),
            layers.Dense(1, dtype="float64"),
        ]
    )
