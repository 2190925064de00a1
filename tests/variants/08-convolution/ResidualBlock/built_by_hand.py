# expect: pass
# why: builds each layer with its shape, adds by layers.add; training as a bool
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        self.conv1 = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False)
        self.norm1 = layers.BatchNormalization()
        self.conv2 = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        self.norm2 = layers.BatchNormalization()
        self.projection = self.projection_norm = None

    def build(self, input_shape):
        if self.stride != 1 or input_shape[-1] != self.filters:
            self.projection = layers.Conv2D(
                self.filters, 1, strides=self.stride, padding="same", use_bias=False
            )
            self.projection_norm = layers.BatchNormalization()
            self.projection.build(input_shape)
            self.projection_norm.build(self.projection.compute_output_shape(input_shape))
        self.conv1.build(input_shape)
        shape = self.conv1.compute_output_shape(input_shape)
        for layer in (self.norm1, self.conv2, self.norm2):
            layer.build(shape)

    def call(self, x, training=None):
        training = bool(training)
        main = keras.ops.relu(self.norm1(self.conv1(x), training=training))
        main = self.norm2(self.conv2(main), training=training)
        shortcut = x
        if self.projection is not None:
            shortcut = self.projection_norm(self.projection(x), training=training)
        return keras.ops.maximum(layers.add([main, shortcut]), 0.0)
