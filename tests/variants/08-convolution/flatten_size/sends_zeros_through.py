# expect: pass
# why: sends an image of zeros through Keras's operations and counts
def flatten_size(input_shape, stack):
    x = np.zeros((1, *input_shape), "float32")
    for layer in stack:
        if layer[0] == "conv":
            _, filters, kernel, stride, padding = layer
            if padding == "valid" and (kernel > x.shape[1] or kernel > x.shape[2]):
                raise ValueError(layer)
            weights = np.zeros((kernel, kernel, x.shape[3], filters), "float32")
            x = keras.ops.conv(x, weights, strides=stride, padding=padding)
        else:
            if layer[1] > x.shape[1] or layer[1] > x.shape[2]:
                raise ValueError(layer)
            x = keras.ops.max_pool(x, layer[1])
    return int(keras.ops.size(x))
