# expect: fail
# why: adds the input itself, which fits only while nothing changes
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        self.conv1 = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False)
        self.norm1 = layers.BatchNormalization()
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        self.norm2 = layers.BatchNormalization()
        self.projection = self.projection_norm = None

    def build(self, input_shape):
        if False:
            self.projection = layers.Conv2D(
                self.filters, 1, strides=self.stride, padding="same", use_bias=False
            )
            self.projection_norm = layers.BatchNormalization()

    def call(self, x, training=None):
        main = keras.ops.relu(self.norm1(self.conv1(x), training=training))
        main = self.norm2(self.conv2(main), training=training)
        shortcut = x
        if self.projection is not None:
            shortcut = self.projection_norm(self.projection(x), training=training)
        return keras.ops.relu(main + shortcut)
