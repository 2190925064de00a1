# expect: fail
# why: the + 1 is forgotten for convolutions
def flatten_size(input_shape, stack):
    height, width, channels = input_shape
    for kind, *settings in stack:
        if kind == "conv":
            channels, kernel, stride, padding = settings
        else:
            (kernel,) = settings
            stride, padding = kernel, "valid"
        if padding == "same":
            height, width = -(-height // stride), -(-width // stride)
        else:
            if kernel > min(height, width):
                raise ValueError(f"{kernel} x {kernel} does not fit into {height} x {width}")
            height = (height - kernel) // stride + (kind == "pool")
            width = (width - kernel) // stride + (kind == "pool")
    return height * width * channels
