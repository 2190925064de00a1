# expect: pass
# why: a layer of its own with a shortcut around two convolutions
class Shortcut(keras.layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Conv2D(filters, 3, padding="same", activation="relu")
        self.second = layers.Conv2D(filters, 3, padding="same")

    def call(self, x):
        return keras.ops.relu(x + self.second(self.first(x)))


def build_cnn():
    inputs = keras.Input((28, 28, 1))
    x = layers.MaxPooling2D(2)(layers.Conv2D(20, 3, activation="relu")(inputs))
    x = Shortcut(20)(x)
    x = layers.MaxPooling2D(2)(x)
    return keras.Model(inputs, layers.Dense(10)(layers.Flatten()(x)))
