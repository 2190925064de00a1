# expect: fail
# why: the projection goes through a ReLU before the addition (one helper Conv-BN-ReLU for both), so negative parts of the shortcut are lost where the main path is positive
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride

    def build(self, input_shape):
        def conv_norm_relu(size, stride):
            return [
                layers.Conv2D(self.filters, size, stride, padding="same", use_bias=False),
                layers.BatchNormalization(),
                layers.ReLU(),
            ]

        self.main = keras.Sequential([*conv_norm_relu(3, self.stride), *conv_norm_relu(3, 1)[:2]])
        self.main.build((None, *input_shape[1:]))
        self.shortcut = None
        if self.stride != 1 or input_shape[-1] != self.filters:
            self.shortcut = keras.Sequential(conv_norm_relu(1, self.stride))
            self.shortcut.build((None, *input_shape[1:]))

    def call(self, inputs, training=None):
        x = self.main(inputs, training=training)
        if self.shortcut is not None:
            inputs = self.shortcut(inputs, training=training)
        return keras.ops.relu(x + inputs)
