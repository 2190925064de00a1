# expect: fail
# why: no batch normalisation at all
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        self.conv1 = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False)
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        self.projection = None

    def build(self, input_shape):
        if self.stride != 1 or input_shape[-1] != self.filters:
            self.projection = layers.Conv2D(
                self.filters, 1, strides=self.stride, padding="same", use_bias=False
            )

    def call(self, x, training=None):
        main = self.conv2(keras.ops.relu(self.conv1(x)))
        shortcut = x if self.projection is None else self.projection(x)
        return keras.ops.relu(main + shortcut)
