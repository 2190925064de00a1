# expect: pass
# why: TensorFlow's own functions, no get_config
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
        import tensorflow as tf

        linear = tf.nn.bias_add(tf.linalg.matmul(inputs, self.kernel), self.bias)
        return tf.multiply(linear, self.scale)
