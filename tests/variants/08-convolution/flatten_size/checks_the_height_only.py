# expect: fail
# why: compares the window with the height alone: an image that is high and narrow gives 0 or a negative number instead of a ValueError ("in height or in width")
def flatten_size(input_shape, stack):
    height, width, channels = input_shape
    for layer in stack:
        if layer[0] == "conv":
            _, channels, kernel, stride, padding = layer
            if padding == "same":
                height, width = -(-height // stride), -(-width // stride)
                continue
        else:
            kernel = stride = layer[1]
        if kernel > height:
            raise ValueError("the window is too large")
        height, width = (height - kernel) // stride + 1, (width - kernel) // stride + 1
    return height * width * channels
