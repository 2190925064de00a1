# expect: fail
# why: takes 'same' by its word, whatever the stride
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size
    if padding != "valid":
        raise ValueError(f"padding is valid or same, not {padding}")
    if kernel > size:
        raise ValueError(f"a window of {kernel} does not fit into {size}")
    return (size - kernel) // stride + 1
