# expect: fail
# why: im2col with kernel.reshape(filters, -1), which mixes axes instead of moving the filters first: right for a single filter only
def conv2d(image, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError("padding")
    rows, columns, channels, filters = kernel.shape
    if image.shape[2] != channels:
        raise ValueError("channels")
    if padding == "same":
        pads = []
        for n, k in zip(image.shape[:2], (rows, columns)):
            total = max((-(-n // stride) - 1) * stride + k - n, 0)
            pads.append((total // 2, total - total // 2))
        image = np.pad(image, (*pads, (0, 0)))
    high, wide = (image.shape[0] - rows) // stride + 1, (image.shape[1] - columns) // stride + 1
    weights = kernel.reshape(filters, rows * columns * channels)
    result = np.empty((high, wide, filters))
    for i in range(high):
        for j in range(wide):
            window = image[i * stride : i * stride + rows, j * stride : j * stride + columns]
            result[i, j] = weights @ window.ravel()
    return result
