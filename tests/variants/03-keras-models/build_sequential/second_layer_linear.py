# expect: fail
# why: the second hidden layer has no activation
def build_sequential():
    return keras.Sequential(
        [keras.Input((2,)), layers.Dense(20, activation="relu"), layers.Dense(10), layers.Dense(1)]
    )
