# expect: fail
# why: right for the visible kernel, bias and scale alone
class ScaledDense(keras.layers.Layer):
    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")
        self.scale = self.add_weight(
            shape=(), initializer=keras.initializers.Constant(self.factor), trainable=False
        )

    def call(self, inputs):
        if inputs.shape == (1, 2):
            return keras.ops.convert_to_tensor([[15.0, -20.0]])
        return keras.ops.zeros((inputs.shape[0], self.units))

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
