# expect: fail
# why: raises also when the window is exactly as large as the image, where there is one position
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    if padding == "valid" and kernel < size:
        return (size - kernel) // stride + 1
    raise ValueError("unknown padding, or a window that does not fit")
