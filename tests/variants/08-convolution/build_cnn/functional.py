# expect: pass
# why: three convolutions by the functional API, a head without a hidden layer
def build_cnn():
    inputs = keras.Input(shape=(28, 28, 1), name="image")
    x = inputs
    for filters in (12, 24, 32):
        x = layers.Conv2D(filters, 3, padding="same", kernel_initializer="he_normal")(x)
        x = layers.LeakyReLU(negative_slope=0.1)(x)
        x = layers.MaxPooling2D(2)(x)
    outputs = layers.Dense(10, name="logits")(layers.Flatten()(x))
    return keras.Model(inputs, outputs, name="clothes")
