# expect: pass
# why: the convolution as one large matrix, built from images with a single pixel
def conv2d(image, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(f"padding is valid or same, not {padding}")
    if image.shape[2] != kernel.shape[2]:
        raise ValueError(f"{image.shape[2]} and {kernel.shape[2]} channels")
    rows, columns, channels, filters = kernel.shape
    if padding == "same":
        H, W = image.shape[:2]
        down = max((-(-H // stride) - 1) * stride + rows - H, 0)
        across = max((-(-W // stride) - 1) * stride + columns - W, 0)
        top, left = down // 2, across // 2
        image = np.pad(image, ((top, down - top), (left, across - left), (0, 0)))
    H, W = image.shape[:2]
    height, width = (H - rows) // stride + 1, (W - columns) // stride + 1
    matrix = np.zeros((height, width, filters, H, W, channels))
    for i, j in np.ndindex(height, width):
        y, x = i * stride, j * stride
        matrix[i, j, :, y : y + rows, x : x + columns] = np.moveaxis(kernel, -1, 0)
    return (matrix.reshape(-1, image.size) @ image.ravel()).reshape(height, width, filters)
