# expect: fail
# why: the first hidden layer is made with trainable=False: breaks "all weights are trainable"
def build_sequential():
    return keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu", trainable=False),
            layers.Dense(10, activation="relu"),
            layers.Dense(1),
        ]
    )
