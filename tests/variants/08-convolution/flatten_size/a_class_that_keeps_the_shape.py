# expect: pass
# why: a small class with one method for each kind of layer, chosen with getattr
class _Map:
    def __init__(self, height, width, channels):
        self.sides, self.channels = (height, width), channels

    def slide(self, window, stride):
        if any(window > side for side in self.sides):
            raise ValueError(f"a window of {window} pixels does not fit into {self.sides}")
        self.sides = tuple(1 + (side - window) // stride for side in self.sides)

    def conv(self, filters, kernel, stride, padding):
        if padding == "valid":
            self.slide(kernel, stride)
        else:
            self.sides = tuple(1 + (side - 1) // stride for side in self.sides)
        self.channels = filters

    def pool(self, size):
        self.slide(size, stride=size)


def flatten_size(input_shape, stack):
    current = _Map(*input_shape)
    for name, *arguments in stack:
        getattr(current, name)(*arguments)
    height, width = current.sides
    return int(height * width * current.channels)
