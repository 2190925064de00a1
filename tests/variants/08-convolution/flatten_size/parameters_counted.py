# expect: fail
# why: counts the convolutions' weights
def flatten_size(input_shape, stack):
    channels, total = input_shape[2], 0
    for layer in stack:
        if layer[0] == "conv":
            total += layer[1] * (layer[2] ** 2 * channels + 1)
            channels = layer[1]
    return total
