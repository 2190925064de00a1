# expect: pass
# why: a helper's models, of a convolution and a pooling each, inside the model
def convolve(filters):
    return keras.Sequential(
        [
            layers.Conv2D(filters, 3, padding="same"),
            layers.ReLU(),
            layers.MaxPooling2D(),
        ]
    )


def build_cnn():
    model = keras.Sequential([convolve(16), convolve(32), layers.Flatten(), layers.Dense(10)])
    model.build((None, 28, 28, 1))
    return model
