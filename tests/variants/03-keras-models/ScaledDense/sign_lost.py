# expect: fail
# why: the sign of the factor is lost
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
            shape=(), initializer=keras.initializers.Constant(abs(self.factor)), trainable=False
        )

    def call(self, inputs):
        return self.scale * (inputs @ self.kernel + self.bias)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
