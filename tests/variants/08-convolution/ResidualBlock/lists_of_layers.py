# expect: pass
# why: lists: all convolutions, then all normalisations; the projection last
class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride
        self.convolutions = [
            layers.Conv2D(filters, 3, strides=s, padding="same", use_bias=False)
            for s in (stride, 1)
        ]
        self.normalisations = [layers.BatchNormalization() for _ in range(2)]
        self.add, self.relu = layers.Add(), layers.ReLU()

    def build(self, input_shape):
        self.projects = self.stride > 1 or input_shape[-1] != self.filters
        if self.projects:
            self.convolutions.append(
                layers.Conv2D(self.filters, 1, self.stride, "same", use_bias=False)
            )
            self.normalisations.append(layers.BatchNormalization())
        super().build(input_shape)

    def call(self, x, training=None):
        y = self.convolutions[0](x)
        y = self.normalisations[0](y, training=training)
        y = self.relu(y)
        y = self.convolutions[1](y)
        y = self.normalisations[1](y, training=training)
        if self.projects:
            x = self.normalisations[2](self.convolutions[2](x), training=training)
        return self.relu(self.add([y, x]))
