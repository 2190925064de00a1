# expect: pass
# why: the length of a range of positions
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "valid":
        positions = range(0, size - kernel + 1, stride)
    elif padding == "same":
        positions = range(0, size, stride)
    else:
        raise ValueError(padding)
    if not positions:
        raise ValueError(f"{kernel} > {size}")
    return len(positions)
