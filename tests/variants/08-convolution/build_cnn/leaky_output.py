# expect: fail
# why: the last layer has the activation leaky_relu, so the output is not linear: with weights scaled so that all logits are negative they are a fifth of what they should be
def build_cnn():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(10, activation="leaky_relu"),
        ]
    )
