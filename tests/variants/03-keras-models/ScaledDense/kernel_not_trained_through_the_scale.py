# expect: fail
# why: stop_gradient around all weights' product keeps only the bias in training: breaks "kernel ... trained as usual"
class ScaledDense(keras.layers.Layer):
    """A linear layer whose output is multiplied by a fixed scale: scale * (inputs @ kernel + bias)."""

    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        """Make the weights; `input_shape` is (None, d) or (n, d)."""
        d = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel", shape=(d, self.units), initializer="glorot_uniform"
        )
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        self.scale = self.add_weight(
            name="scale",
            shape=(),
            initializer=keras.initializers.Constant(self.factor),
            trainable=False,
        )

    def call(self, inputs):
        """The outputs for inputs of shape (n, d): shape (n, units)."""
        fixed = keras.ops.stop_gradient(self.scale * keras.ops.matmul(inputs, self.kernel))
        return fixed + self.scale * self.bias

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
