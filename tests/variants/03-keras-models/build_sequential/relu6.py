# expect: fail
# why: ReLU cut off at 6
def build_sequential():
    return keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu6"),
            layers.Dense(10, activation="relu6"),
            layers.Dense(1),
        ]
    )
