# expect: fail
# why: reads the shape as PyTorch writes it
def flatten_size(input_shape, stack):
    channels, height, width = input_shape
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
            height = (height - kernel) // stride + 1
            width = (width - kernel) // stride + 1
    return height * width * channels
