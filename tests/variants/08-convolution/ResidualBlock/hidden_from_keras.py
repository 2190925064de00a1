# expect: fail
# why: the layers live in a function, where Keras does not find their weights
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        conv1 = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False)
        conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        conv3 = layers.Conv2D(filters, 1, strides=stride, padding="same", use_bias=False)
        norm1, norm2, norm3 = (layers.BatchNormalization() for _ in range(3))

        def run(x, training):
            main = norm1(conv1(x), training=training)
            main = norm2(conv2(keras.ops.relu(main)), training=training)
            if stride != 1 or x.shape[-1] != filters:
                x = norm3(conv3(x), training=training)
            return keras.ops.relu(main + x)

        self.run = run

    def call(self, x, training=None):
        return self.run(x, training)
