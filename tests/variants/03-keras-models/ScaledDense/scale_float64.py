# expect: fail
# why: a scale in float64
class ScaledDense(keras.layers.Layer):
    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="glorot_uniform"
        )
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")
        self.scale = self.add_weight(
            shape=(),
            dtype="float64",
            initializer=keras.initializers.Constant(self.factor),
            trainable=False,
        )

    def call(self, inputs):
        return keras.ops.cast(self.scale, "float32") * (inputs @ self.kernel + self.bias)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
