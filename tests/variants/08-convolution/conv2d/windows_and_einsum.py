# expect: pass
# why: a view of all windows, and one einsum
def conv2d(image, kernel, stride=1, padding="valid"):
    if padding == "same":
        margins = []
        for n, k in zip(image.shape, kernel.shape[:2]):
            zeros = max((int(np.ceil(n / stride)) - 1) * stride + k - n, 0)
            margins.append((zeros // 2, zeros - zeros // 2))
        image = np.pad(image, margins + [(0, 0)])
    elif padding != "valid":
        raise ValueError(padding)
    if image.shape[-1] != kernel.shape[-2]:
        raise ValueError("channels differ")
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape[:2], axis=(0, 1))
    return np.einsum("ijcab,abcf->ijf", windows[::stride, ::stride], kernel)
