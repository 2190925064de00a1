# expect: fail
# why: builds the model and forgets to return it
def build_sequential():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(20, activation="relu"),
            layers.Dense(10, activation="relu"),
            layers.Dense(1),
        ]
    )
