# expect: fail
# why: a window larger than the image has 0 positions instead of an error
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    if padding != "valid":
        raise ValueError(f"padding is valid or same, not {padding}")
    if kernel > size:
        return 0
    return (size - kernel) // stride + 1
