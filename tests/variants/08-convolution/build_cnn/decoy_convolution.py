# expect: fail
# why: a second convolution whose result is multiplied by zero
def build_cnn():
    inputs = keras.Input((28, 28, 1))
    x = layers.Conv2D(32, 5, strides=3, activation="relu")(inputs)
    decoy = layers.Conv2D(1, 1)(x)
    x = layers.Dropout(0.0)(layers.Flatten()(x))
    x = layers.Dense(10)(layers.Dense(8, activation="relu")(x))
    nothing = layers.Rescaling(0.0)(layers.GlobalAveragePooling2D()(decoy))
    return keras.Model(inputs, layers.Add()([x, layers.Concatenate()([nothing] * 10)]))
