# expect: pass
# why: a fold over the stack, with sizes as NumPy arrays
from functools import reduce


def after(shape, layer):
    sides, channels = np.array(shape[:2]), shape[2]
    match layer:
        case ("conv", filters, _, stride, "same"):
            return (*np.ceil(sides / stride).astype(int), filters)
        case ("conv", filters, kernel, stride, "valid"):
            sides = (sides - kernel + stride) // stride
            channels = filters
        case ("pool", size):
            sides = sides // size
    if np.any(sides < 1):
        raise ValueError(f"nothing is left after {layer}")
    return (*sides, channels)


def flatten_size(input_shape, stack):
    return np.prod(reduce(after, stack, tuple(input_shape)))
