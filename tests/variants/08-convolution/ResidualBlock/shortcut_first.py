# expect: pass
# why: everything is made in build, the shortcut before the main path
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        self.relu1 = layers.Activation("relu")
        self.relu2 = layers.Activation("relu")

    def build(self, input_shape):
        def conv(size, step):
            return layers.Conv2D(
                self.filters, size, strides=(step, step), padding="same", use_bias=False
            )

        self.shortcut = []
        if input_shape[-1] != self.filters or self.stride != 1:
            self.shortcut = [conv(1, self.stride), layers.BatchNormalization(axis=-1)]
        self.second_norm = layers.BatchNormalization(axis=-1)
        self.second = conv(3, 1)
        self.first_norm = layers.BatchNormalization(axis=-1)
        self.first = conv(3, self.stride)

    def call(self, x, training=None):
        shortcut = x
        for layer in self.shortcut:
            is_norm = isinstance(layer, layers.BatchNormalization)
            shortcut = layer(shortcut, training=training) if is_norm else layer(shortcut)
        main = self.relu1(self.first_norm(self.first(x), training=training))
        main = self.second_norm(self.second(main), training=training)
        return self.relu2(keras.ops.add(shortcut, main))
