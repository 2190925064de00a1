# expect: fail
# why: two negative sides make a positive number
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
            height = (height - kernel) // stride + 1
            width = (width - kernel) // stride + 1
    if height * width * channels <= 0:
        raise ValueError("nothing is left")
    return height * width * channels
