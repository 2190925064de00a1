# expect: pass
# why: the hidden layers in a Sequential of their own
def build_sequential():
    hidden = keras.Sequential(
        [layers.Dense(20, activation="relu"), layers.Dense(10, activation="relu")], name="trunk"
    )
    return keras.Sequential([keras.Input((2,)), hidden, layers.Dense(1, name="head")])
