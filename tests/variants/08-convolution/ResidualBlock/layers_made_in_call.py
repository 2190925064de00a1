# expect: fail
# why: new layers, with new weights, in every call
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride

    def call(self, x, training=None):
        n, s = self.filters, self.stride
        main = layers.Conv2D(n, 3, strides=s, padding="same", use_bias=False)(x)
        main = layers.BatchNormalization()(main, training=training)
        main = layers.Conv2D(n, 3, padding="same", use_bias=False)(keras.ops.relu(main))
        main = layers.BatchNormalization()(main, training=training)
        if s != 1 or x.shape[-1] != n:
            x = layers.Conv2D(n, 1, strides=s, padding="same", use_bias=False)(x)
            x = layers.BatchNormalization()(x, training=training)
        return keras.ops.relu(main + x)
