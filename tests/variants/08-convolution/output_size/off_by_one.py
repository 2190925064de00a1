# expect: fail
# why: counts the steps between the positions: the + 1 is forgotten
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    if padding != "valid":
        raise ValueError(f"padding is valid or same, not {padding}")
    if kernel > size:
        raise ValueError(f"a window of {kernel} does not fit into {size}")
    return (size - kernel) // stride
