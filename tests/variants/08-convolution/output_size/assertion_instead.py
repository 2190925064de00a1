# expect: fail
# why: raises AssertionError, which python -O removes
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    if padding != "valid":
        raise ValueError(f"padding is valid or same, not {padding}")
    assert kernel <= size, "the window is larger than the image"
    return (size - kernel) // stride + 1
