# expect: pass
# why: add_weight's own default, which is glorot_uniform; einsum in call
class ScaledDense(keras.layers.Layer):
    """A linear layer whose output is multiplied by a fixed scale: scale * (inputs @ kernel + bias)."""

    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        """Make the weights; `input_shape` is (None, d) or (n, d)."""
        _, d = input_shape
        self.kernel = self.add_weight((d, self.units), name="kernel")
        self.bias = self.add_weight((self.units,), initializer=keras.initializers.Zeros())
        self.scale = self.add_weight(
            (), initializer=keras.initializers.Constant(self.factor), trainable=False
        )

    def call(self, inputs):
        """The outputs for inputs of shape (n, d): shape (n, units)."""
        sums = keras.ops.einsum("nd,du->nu", inputs, self.kernel) + self.bias
        return keras.ops.multiply(sums, self.scale)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
