# expect: fail
# why: layers made once, in a default argument
def build_sequential(
    hidden=(layers.Dense(20, activation="relu"), layers.Dense(10, activation="relu")),
):
    return keras.Sequential([keras.Input(shape=(2,)), *hidden, layers.Dense(1)])
