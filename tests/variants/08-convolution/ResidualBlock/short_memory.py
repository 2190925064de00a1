# expect: fail
# why: BatchNormalization(momentum=0.9), as in the lesson's own networks; the block is to have "all else as it is by default", so running statistics move ten times too far
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride

    def build(self, input_shape):
        def conv_norm(size, stride):
            return [
                layers.Conv2D(self.filters, size, stride, padding="same", use_bias=False),
                layers.BatchNormalization(momentum=0.9),
            ]

        self.main = keras.Sequential([*conv_norm(3, self.stride), layers.ReLU(), *conv_norm(3, 1)])
        self.main.build((None, *input_shape[1:]))
        self.shortcut = None
        if self.stride != 1 or input_shape[-1] != self.filters:
            self.shortcut = keras.Sequential(conv_norm(1, self.stride))
            self.shortcut.build((None, *input_shape[1:]))

    def call(self, inputs, training=None):
        x = self.main(inputs, training=training)
        if self.shortcut is not None:
            inputs = self.shortcut(inputs, training=training)
        return keras.ops.relu(x + inputs)
