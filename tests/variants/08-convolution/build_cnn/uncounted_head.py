# expect: fail
# why: a dense layer in a Lambda's closure, whose parameters nobody counts
def build_cnn():
    wide = layers.Dense(500, activation="relu")
    wide.build((None, 1568))
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Lambda(lambda x: wide(x)),
            layers.Dense(10),
        ]
    )
