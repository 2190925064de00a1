# expect: pass
# why: convolutions written as a layer with a kernel of four axes
class Convolution(keras.layers.Layer):
    def __init__(self, filters, size, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.size = size

    def build(self, input_shape):
        shape = (self.size, self.size, input_shape[-1], self.filters)
        self.kernel = self.add_weight(shape=shape, initializer="he_uniform", name="kernel")
        self.bias = self.add_weight(shape=(self.filters,), initializer="zeros", name="bias")

    def call(self, x):
        return tf.nn.relu(tf.nn.conv2d(x, self.kernel, strides=2, padding="SAME") + self.bias)


def build_cnn():
    model = keras.Sequential(name="by_hand")
    model.add(keras.Input((28, 28, 1)))
    model.add(Convolution(16, 5))
    model.add(Convolution(32, 3))
    model.add(layers.Flatten())
    model.add(layers.Dense(10, kernel_initializer="glorot_normal"))
    return model
