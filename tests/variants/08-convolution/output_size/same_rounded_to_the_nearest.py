# expect: fail
# why: round() instead of rounding up: round(2.5) is 2
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return round(size / stride)
    if padding != "valid":
        raise ValueError(f"padding is valid or same, not {padding}")
    if kernel > size:
        raise ValueError(f"a window of {kernel} does not fit into {size}")
    return (size - kernel) // stride + 1
