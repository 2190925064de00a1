# expect: fail
# why: an unknown padding raises KeyError
def output_size(size, kernel, stride=1, padding="valid"):
    counts = {"valid": (size - kernel) // stride + 1, "same": -(-size // stride)}
    if padding == "valid" and kernel > size:
        raise ValueError("too large")
    return counts[padding]
