# expect: fail
# why: the output is log_softmax of the logits: it learns alike and is not caught by "rows sum to 1", but "the output is linear, without a softmax"
def build_cnn():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(10, activation="log_softmax"),
        ]
    )
