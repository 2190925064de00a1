# expect: fail
# why: different channels raise AssertionError
def conv2d(image, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(f"padding is valid or same, not {padding}")
    assert image.shape[2] == kernel.shape[2]
    rows, columns, channels, filters = kernel.shape
    if padding == "same":
        H, W = image.shape[:2]
        down = max((-(-H // stride) - 1) * stride + rows - H, 0)
        across = max((-(-W // stride) - 1) * stride + columns - W, 0)
        top, left = down // 2, across // 2
        image = np.pad(image, ((top, down - top), (left, across - left), (0, 0)))
    height = (image.shape[0] - rows) // stride + 1
    width = (image.shape[1] - columns) // stride + 1
    output = np.zeros((height, width, filters))
    for i in range(height):
        for j in range(width):
            top, left = i * stride, j * stride
            patch = image[top : top + rows, left : left + columns]
            output[i, j] = np.tensordot(patch, kernel, axes=3)
    return output
