# expect: fail
# why: raises only if the final product is not positive: a 5 x 5 window on 3 x 3 gives (-1) * (-1) = 1, and a later "same" layer or stride can hide the rest
def flatten_size(input_shape, stack):
    height, width, channels = input_shape
    for layer in stack:
        if layer[0] == "conv":
            _, channels, kernel, stride, padding = layer
            if padding == "same":
                height, width = -(-height // stride), -(-width // stride)
            else:
                height, width = (height - kernel) // stride + 1, (width - kernel) // stride + 1
        else:
            height, width = height // layer[1], width // layer[1]
    numbers = height * width * channels
    if numbers <= 0:
        raise ValueError("a window is larger than what it is to look at")
    return numbers
