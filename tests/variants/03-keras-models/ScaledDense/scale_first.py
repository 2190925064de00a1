# expect: pass
# why: scale first, a string-free initialiser, @ for the product
class ScaledDense(keras.layers.Layer):
    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        self.scale = self.add_weight(
            name="s",
            shape=(),
            initializer=lambda shape, dtype=None: keras.ops.full(shape, self.factor, dtype=dtype),
            trainable=False,
        )
        self.bias = self.add_weight(
            name="b", shape=(self.units,), initializer=keras.initializers.Zeros()
        )
        self.kernel = self.add_weight(
            name="w",
            shape=(input_shape[-1], self.units),
            initializer=keras.initializers.GlorotUniform(),
        )
        super().build(input_shape)

    def call(self, inputs):
        return (inputs @ self.kernel + self.bias) * self.scale

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
