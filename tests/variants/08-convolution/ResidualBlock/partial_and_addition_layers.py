# expect: pass
# why: functools.partial for the convolutions, attributes made in __init__, the projection's in build(); Add and ReLU as layers
import functools


class ResidualBlock(keras.layers.Layer):
    def __init__(self, filters, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.stride = stride
        conv = functools.partial(layers.Conv2D, filters, padding="same", use_bias=False)
        self.first, self.second = conv(3, strides=stride), conv(3)
        self.first_norm, self.second_norm = layers.BatchNormalization(), layers.BatchNormalization()
        self.inner_relu, self.outer_relu, self.add = layers.ReLU(), layers.ReLU(), layers.Add()
        self.projects = False

    def build(self, input_shape):
        self.first.build(input_shape)
        inner = self.first.compute_output_shape(input_shape)
        self.first_norm.build(inner)
        self.second.build(inner)
        self.second_norm.build(inner)
        self.projects = self.stride > 1 or input_shape[-1] != self.filters
        if self.projects:
            self.across = layers.Conv2D(
                self.filters, 1, self.stride, padding="same", use_bias=False
            )
            self.across_norm = layers.BatchNormalization()
            self.across.build(input_shape)
            self.across_norm.build(inner)

    def call(self, inputs, training=None):
        x = self.inner_relu(self.first_norm(self.first(inputs), training=training))
        x = self.second_norm(self.second(x), training=training)
        if self.projects:
            inputs = self.across_norm(self.across(inputs), training=training)
        return self.outer_relu(self.add([x, inputs]))
