# expect: fail
# why: pads kernel // 2 at both ends, which is 'same' for odd kernels only
def output_size(size, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(padding)
    p = kernel // 2 if padding == "same" else 0
    if size + 2 * p < kernel:
        raise ValueError("too large")
    return (size + 2 * p - kernel) // stride + 1
