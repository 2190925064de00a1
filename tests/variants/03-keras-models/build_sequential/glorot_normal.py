# expect: fail
# why: drawn from a normal distribution
def build_sequential():
    init = keras.initializers.GlorotNormal
    return keras.Sequential(
        [
            keras.Input(shape=(2,)),
            layers.Dense(20, activation="relu", kernel_initializer=init()),
            layers.Dense(10, activation="relu", kernel_initializer=init()),
            layers.Dense(1, kernel_initializer=init()),
        ]
    )
