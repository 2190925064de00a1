# expect: fail
# why: compiled already
def build_sequential():
    model = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu"),
            layers.Dense(10, activation="relu"),
            layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    return model
