# expect: pass
# why: main path and projection as Sequential models
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        self.main = keras.Sequential(
            [
                layers.Conv2D(filters, (3, 3), strides=stride, padding="same", use_bias=False),
                layers.BatchNormalization(),
                layers.ReLU(),
                layers.Conv2D(filters, (3, 3), padding="same", use_bias=False),
                layers.BatchNormalization(),
            ]
        )

    def build(self, input_shape):
        self.main.build(input_shape)
        self.shortcut = None
        if not (self.stride == 1 and input_shape[-1] == self.filters):
            self.shortcut = keras.Sequential()
            self.shortcut.add(
                layers.Conv2D(self.filters, 1, self.stride, padding="same", use_bias=False)
            )
            self.shortcut.add(layers.BatchNormalization())
            self.shortcut.build(input_shape)

    def call(self, x, training=None):
        shortcut = self.shortcut(x, training=training) if self.shortcut else x
        return tf.nn.relu(self.main(x, training=training) + shortcut)
