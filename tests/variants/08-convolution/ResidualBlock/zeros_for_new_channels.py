# expect: fail
# why: pads the shortcut's channels with zeros, without a projection
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        self.conv1 = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False)
        self.norm1 = layers.BatchNormalization()
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        self.norm2 = layers.BatchNormalization()

    def call(self, x, training=None):
        main = keras.ops.relu(self.norm1(self.conv1(x), training=training))
        main = self.norm2(self.conv2(main), training=training)
        shortcut = x[:, :: self.stride, :: self.stride, : self.filters]
        new = self.filters - shortcut.shape[-1]
        return keras.ops.relu(main + keras.ops.pad(shortcut, [(0, 0)] * 3 + [(0, new)]))
