# expect: fail
# why: pads kernel - 1 zeros but counts them double
def output_size(size, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(padding)
    p = kernel - 1 if padding == "same" else 0
    if size + 2 * p < kernel:
        raise ValueError("too large")
    return (size + 2 * p - kernel) // stride + 1
