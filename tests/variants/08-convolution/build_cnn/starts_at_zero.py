# expect: fail
# why: all weights start at zero, so that all filters stay alike
def build_cnn():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, 3, activation="relu", kernel_initializer="zeros"),
            layers.MaxPooling2D(),
            layers.Conv2D(24, 3, activation="relu", kernel_initializer="zeros"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(24, activation="relu", kernel_initializer="zeros"),
            layers.Dense(10, kernel_initializer="zeros"),
        ]
    )
