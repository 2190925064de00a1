# expect: fail
# why: prints the count and returns nothing
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        print(-(-size // stride))
        return
    if padding != "valid":
        raise ValueError(f"padding is valid or same, not {padding}")
    if kernel > size:
        raise ValueError(f"a window of {kernel} does not fit into {size}")
    print((size - kernel) // stride + 1)
