# expect: fail
# why: lower() and strip() let "SAME" and " valid " pass: they are neither of the two, so a ValueError is due
def output_size(size, kernel, stride=1, padding="valid"):
    padding = padding.lower().strip()
    if padding == "same":
        return -(-size // stride)
    if padding != "valid" or kernel > size:
        raise ValueError("padding or window")
    return (size - kernel) // stride + 1
