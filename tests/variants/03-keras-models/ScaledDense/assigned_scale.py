# expect: pass
# why: the scale starts at one and is assigned; keras.ops.dot; distributed over the sum
class ScaledDense(keras.layers.Layer):
    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        inputs = int(input_shape[1])
        self.kernel = self.add_weight(
            shape=(inputs, self.units), initializer="glorot_uniform", trainable=True
        )
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", trainable=True)
        self.scale = self.add_weight(shape=(), initializer="ones", trainable=False)
        self.scale.assign(self.factor)

    def call(self, inputs):
        return self.scale * keras.ops.dot(inputs, self.kernel) + self.scale * self.bias

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
