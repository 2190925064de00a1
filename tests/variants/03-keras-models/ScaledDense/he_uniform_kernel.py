# expect: fail
# why: kernel from he_uniform: breaks "Keras's initialiser glorot_uniform"
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
            name="kernel", shape=(d, self.units), initializer="he_uniform"
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
        return self.scale * (keras.ops.matmul(inputs, self.kernel) + self.bias)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
