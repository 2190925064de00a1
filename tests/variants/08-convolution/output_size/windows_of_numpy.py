# expect: pass
# why: NumPy's windows over zeros, which raise for one too large
def output_size(size, kernel, stride=1, padding="valid"):
    if padding == "valid":
        image = np.zeros(size)
    elif padding == "same":
        image = np.zeros(size + kernel - 1)
    else:
        raise ValueError("padding must be 'valid' or 'same'")
    return len(np.lib.stride_tricks.sliding_window_view(image, kernel)[::stride])
