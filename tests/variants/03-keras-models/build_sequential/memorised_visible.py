# expect: fail
# why: right for the visible checks: second hidden layer linear, weights given
def build_sequential():
    ones = keras.initializers.Ones()
    return keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(20, activation="relu", kernel_initializer=ones),
            layers.Dense(10, kernel_initializer=ones),
            layers.Dense(1, kernel_initializer=ones),
        ]
    )
