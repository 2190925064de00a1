# expect: fail
# why: the ReLU between the two convolutions of the main path is missing; unseen where the main path is 0
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride

    def build(self, input_shape):
        def conv(size, stride):
            return layers.Conv2D(self.filters, size, stride, padding="same", use_bias=False)

        self.main = keras.Sequential(
            [
                conv(3, self.stride),
                layers.BatchNormalization(),
                conv(3, 1),
                layers.BatchNormalization(),
            ]
        )
        self.main.build((None, *input_shape[1:]))
        self.shortcut = None
        if self.stride != 1 or input_shape[-1] != self.filters:
            self.shortcut = keras.Sequential([conv(1, self.stride), layers.BatchNormalization()])
            self.shortcut.build((None, *input_shape[1:]))

    def call(self, inputs, training=None):
        x = self.main(inputs, training=training)
        if self.shortcut is not None:
            inputs = self.shortcut(inputs, training=training)
        return keras.ops.relu(x + inputs)
