# expect: pass
# why: the first layer, then the rest of the stack
def flatten_size(input_shape, stack):
    if not stack:
        return int(np.prod(input_shape))
    first, rest = stack[0], stack[1:]
    if first[0] == "pool":
        window, step, channels, fits = first[1], first[1], input_shape[2], True
    else:
        _, channels, window, step, padding = first
        fits = padding == "valid"
    if fits and window > min(input_shape[:2]):
        raise ValueError(f"{first} cannot look at {input_shape}")
    sides = (n - window + 1 if fits else n for n in input_shape[:2])
    return flatten_size((*(-(-n // step) for n in sides), channels), rest)
