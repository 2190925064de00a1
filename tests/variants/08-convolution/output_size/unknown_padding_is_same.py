# expect: fail
# why: whatever is not 'valid' counts as 'same'
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "valid":
        if kernel > size:
            raise ValueError("too large")
        return (size - kernel) // stride + 1
    return -(-size // stride)
