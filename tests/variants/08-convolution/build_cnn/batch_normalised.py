# expect: pass
# why: strides in the place of pooling, batch normalisation, a 1 x 1 convolution
def build_cnn():
    model = keras.Sequential()
    model.add(layers.Input((28, 28, 1)))
    for filters, stride in [(16, 1), (24, 2), (32, 2)]:
        model.add(layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False))
        model.add(layers.BatchNormalization(momentum=0.9))
        model.add(layers.Activation("relu"))
    model.add(layers.Conv2D(8, 1, activation="relu"))
    model.add(layers.Flatten())
    model.add(layers.Dense(10, activation="linear"))
    return model
