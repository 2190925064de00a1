# expect: fail
# why: new random kernel at every call
class ScaledDense(keras.layers.Layer):
    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")
        self.scale = self.add_weight(
            shape=(), initializer=keras.initializers.Constant(self.factor), trainable=False
        )

    def call(self, inputs):
        self.kernel = keras.initializers.GlorotUniform()((inputs.shape[-1], self.units))
        return self.scale * (keras.ops.matmul(inputs, self.kernel) + self.bias)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
