# expect: fail
# why: the docstring's shapes and counts, with nothing inside
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride

    def build(self, input_shape):
        self.w = self.add_weight(shape=(1216 if self.filters == 8 else 3776,))

    def call(self, x, training=None):
        return keras.ops.zeros((2, 6, 6, 8) if self.filters == 8 else (2, 4, 4, 16))
