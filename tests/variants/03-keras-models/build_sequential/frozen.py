# expect: fail
# why: hidden layers that training cannot move
def build_sequential():
    return keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu", trainable=False),
            layers.Dense(10, activation="relu", trainable=False),
            layers.Dense(1),
        ]
    )
