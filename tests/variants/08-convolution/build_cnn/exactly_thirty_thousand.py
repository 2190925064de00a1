# expect: pass
# why: 30,000 parameters to the last: at most is not fewer than
def build_cnn():
    inputs = keras.Input((28, 28, 1))
    x = layers.Conv2D(12, 3, activation="relu")(inputs)  # 120
    x = layers.MaxPooling2D()(x)
    x = layers.Conv2D(30, 3, activation="relu")(x)  # 3,270
    x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)  # 5 * 5 * 30
    x = layers.Dense(35, activation="relu", use_bias=False)(x)  # 26,250
    return keras.Model(inputs, layers.Dense(10)(x))  # 360
