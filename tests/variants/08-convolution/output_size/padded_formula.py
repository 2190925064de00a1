# expect: pass
# why: one formula for both, with the padding that Keras would add
def output_size(size, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(padding)
    zeros = 0
    if padding == "same":
        zeros = kernel - stride if size % stride == 0 else kernel - size % stride
        zeros = max(zeros, 0)
        if zeros == 0:  # nothing to add, as the stride skips more than the window needs
            return 1 + (size - 1) // stride
    if size + zeros < kernel:
        raise ValueError(f"{kernel} pixels do not fit into {size}")
    return 1 + (size + zeros - kernel) // stride
