# expect: pass
# why: makes the projection in any case; unused, it has no weights
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        same = dict(padding="same", use_bias=False)
        self.conv_a = layers.Conv2D(filters, 3, strides=stride, **same)
        self.bn_a = layers.BatchNormalization()
        self.conv_b = layers.Conv2D(filters, 3, **same)
        self.bn_b = layers.BatchNormalization()
        self.conv_s = layers.Conv2D(filters, 1, strides=stride, **same)
        self.bn_s = layers.BatchNormalization()

    def call(self, x, training=None):
        h = self.conv_a(x)
        h = self.bn_a(h, training=training)
        h = keras.activations.relu(h)
        h = self.conv_b(h)
        h = self.bn_b(h, training=training)
        if self.stride == 1 and x.shape[-1] == self.filters:
            return keras.activations.relu(h + x)
        s = self.conv_s(x)
        s = self.bn_s(s, training=training)
        return keras.activations.relu(h + s)
