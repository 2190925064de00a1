# expect: pass
# why: a shortcut around two convolutions, average pooling before the head
def build_cnn():
    inputs = keras.Input((28, 28, 1))
    x = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu")(inputs)
    y = layers.Conv2D(16, 3, padding="same", activation="relu")(x)
    y = layers.Conv2D(16, 3, padding="same")(y)
    x = layers.ReLU()(layers.Add()([x, y]))
    x = layers.AveragePooling2D(2)(x)
    x = layers.Reshape((7 * 7 * 16,))(x)
    x = layers.Dense(24, activation="gelu")(x)
    return keras.Model(inputs, layers.Dense(10)(x))
