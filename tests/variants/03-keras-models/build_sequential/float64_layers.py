# expect: fail
# why: all layers in float64: breaks "outputs of shape (n, 1), float32"
def build_sequential():
    return keras.Sequential(
        [
            keras.Input(shape=(2,), dtype="float64"),
            layers.Dense(20, activation="relu", dtype="float64"),
            layers.Dense(10, activation="relu", dtype="float64"),
            layers.Dense(1, dtype="float64"),
        ]
    )
