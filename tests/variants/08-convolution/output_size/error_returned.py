# expect: fail
# why: returns the error instead of raising it
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    if padding != "valid":
        return ValueError(f"padding is valid or same, not {padding}")
    if kernel > size:
        return ValueError(f"a window of {kernel} does not fit into {size}")
    return (size - kernel) // stride + 1
