# expect: fail
# why: below 30,000 only if the running statistics are not counted
def build_cnn():
    model = keras.Sequential([keras.Input((28, 28, 1))])
    for filters in (16, 32, 48):
        model.add(layers.Conv2D(filters, 3, padding="same", use_bias=False))
        model.add(layers.BatchNormalization(momentum=0.9))
        model.add(layers.ReLU())
        model.add(layers.MaxPooling2D())
    model.add(layers.Flatten())
    model.add(layers.Dense(25, activation="relu"))
    model.add(layers.Dense(10))
    return model
