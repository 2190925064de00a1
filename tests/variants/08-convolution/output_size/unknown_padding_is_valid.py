# expect: fail
# why: whatever is not 'same' counts as 'valid'
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return -(-size // stride)
    if kernel > size:
        raise ValueError("too large")
    return (size - kernel) // stride + 1
