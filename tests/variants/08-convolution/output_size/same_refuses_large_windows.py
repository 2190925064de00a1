# expect: fail
# why: a window larger than the image is refused for 'same' as well
def output_size(size, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(padding)
    if kernel > size:
        raise ValueError("too large")
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride + 1
