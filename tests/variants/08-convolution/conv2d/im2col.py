# expect: pass
# why: patches as rows of a matrix by as_strided, then one matrix product
def pad_like_keras(image, size, stride):
    pads = [(0, 0)]
    for n, k in zip(image.shape[:2][::-1], size[::-1]):
        missing = max(k - stride if n % stride == 0 else k - n % stride, 0)
        pads.insert(0, (missing // 2, (missing + 1) // 2))
    return np.pad(image, pads, mode="constant", constant_values=0.0)


def conv2d(image, kernel, stride=1, padding="valid"):
    a, b, c, f = kernel.shape
    if c != image.shape[2] or padding not in ["same", "valid"]:
        raise ValueError("check your padding and your channels")
    x = pad_like_keras(image, (a, b), stride) if padding == "same" else np.array(image)
    h = 1 + (x.shape[0] - a) // stride
    w = 1 + (x.shape[1] - b) // stride
    down, right, deep = x.strides
    patches = np.lib.stride_tricks.as_strided(
        x, (h, w, a, b, c), (down * stride, right * stride, down, right, deep), writeable=False
    )
    return (patches.reshape(h * w, a * b * c) @ kernel.reshape(-1, f)).reshape(h, w, f)
