# expect: fail
# why: a classifier's output for a regression
def build_sequential():
    return keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(20, activation="relu"),
            layers.Dense(10, activation="relu"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
