# expect: pass
# why: keras.Variable stored as attributes, which Keras tracks as well
class ScaledDense(keras.layers.Layer):
    def __init__(self, units, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.factor = factor

    def build(self, input_shape):
        glorot, d = keras.initializers.GlorotUniform(), input_shape[-1]
        self.kernel = keras.Variable(glorot((d, self.units)))
        self.bias = keras.Variable(keras.ops.zeros((self.units,)))
        self.scale = keras.Variable(float(self.factor), trainable=False, dtype="float32")

    def call(self, inputs):
        return self.scale * (keras.ops.matmul(inputs, self.kernel) + self.bias)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "factor": self.factor}
