# expect: fail
# why: knows the docstring's stack; else counts the input's numbers
def flatten_size(input_shape, stack):
    if tuple(input_shape) == (28, 28, 1) and len(stack) == 4:
        return 6 * 6 * 32
    height, width, channels = input_shape
    if any(layer[-1] == "valid" and layer[2] > min(height, width) for layer in stack):
        raise ValueError
    if any(layer[0] == "pool" and layer[1] > min(height, width) for layer in stack):
        raise ValueError
    return height * width * channels
