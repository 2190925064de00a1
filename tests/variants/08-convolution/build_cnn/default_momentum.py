# expect: fail
# why: batch normalisation with a momentum of 0.99, too slow for 252 steps
def build_cnn():
    model = keras.Sequential([keras.Input((28, 28, 1))])
    for filters in (16, 24, 32):
        model.add(layers.Conv2D(filters, 3, padding="same", use_bias=False))
        model.add(layers.BatchNormalization())
        model.add(layers.ReLU())
        model.add(layers.MaxPooling2D())
    model.add(layers.Flatten())
    model.add(layers.Dense(10))
    return model
