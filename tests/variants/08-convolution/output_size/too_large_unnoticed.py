# expect: fail
# why: the formula goes on to negative counts
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    if padding != "valid":
        raise ValueError(f"padding is valid or same, not {padding}")
    return (size - kernel) // stride + 1
