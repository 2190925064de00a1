# expect: pass
# why: a Dense layer inside, its weights kept as attributes
class ScaledDense(keras.layers.Layer):
    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        self.dense = keras.layers.Dense(self.units)
        self.dense.build(input_shape)
        self.kernel, self.bias = self.dense.kernel, self.dense.bias
        self.scale = self.add_weight(
            shape=(),
            initializer=keras.initializers.Constant(self.factor),
            trainable=False,
            name="scale",
        )

    def call(self, inputs):
        return self.dense(inputs) * self.scale

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
