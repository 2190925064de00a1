# expect: fail
# why: a function of tensors, no layer
def ResidualBlock(filters, stride=1, **kwargs):
    def block(x, training=None):
        main = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False)(x)
        main = layers.BatchNormalization()(main)
        main = layers.Conv2D(filters, 3, padding="same", use_bias=False)(keras.ops.relu(main))
        main = layers.BatchNormalization()(main)
        if stride != 1 or x.shape[-1] != filters:
            x = layers.Conv2D(filters, 1, strides=stride, padding="same", use_bias=False)(x)
            x = layers.BatchNormalization()(x)
        return keras.ops.relu(main + x)

    return block
