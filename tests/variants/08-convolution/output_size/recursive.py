# expect: pass
# why: one position, then the rest of the image
def output_size(size, kernel, stride=1, padding="valid"):
    def windows(left, width):
        return 0 if left < width else 1 + windows(left - stride, width)

    if padding not in {"valid", "same"}:
        raise ValueError(padding)
    if padding == "same":
        return windows(size, 1)
    if kernel > size:
        raise ValueError("too large")
    return windows(size, kernel)
