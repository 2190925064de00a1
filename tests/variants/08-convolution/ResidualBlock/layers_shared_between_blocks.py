# expect: fail
# why: layers made once for the class: all blocks of a size share weights
class ResidualBlock(keras.layers.Layer):
    made = {}

    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.stride = filters, stride

    def build(self, input_shape):
        key = input_shape[-1], self.filters, self.stride
        self.projects = self.stride != 1 or input_shape[-1] != self.filters
        if key not in self.made:
            steps = [(3, self.stride), (3, 1)] + [(1, self.stride)] * self.projects
            convs = [
                layers.Conv2D(self.filters, k, strides=s, padding="same", use_bias=False)
                for k, s in steps
            ]
            ResidualBlock.made[key] = convs, [layers.BatchNormalization() for _ in convs]
        self.convs, self.norms = self.made[key]

    def call(self, x, training=None):
        main = keras.ops.relu(self.norms[0](self.convs[0](x), training=training))
        main = self.norms[1](self.convs[1](main), training=training)
        if self.projects:
            x = self.norms[2](self.convs[2](x), training=training)
        return keras.ops.relu(main + x)
