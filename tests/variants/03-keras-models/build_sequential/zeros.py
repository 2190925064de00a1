# expect: fail
# why: all weights start at zero
def build_sequential():
    return keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(20, activation="relu", kernel_initializer="zeros"),
            layers.Dense(10, activation="relu", kernel_initializer="zeros"),
            layers.Dense(1, kernel_initializer="zeros"),
        ]
    )
