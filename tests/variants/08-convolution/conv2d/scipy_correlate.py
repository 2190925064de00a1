# expect: pass
# why: SciPy's correlation of each channel with each filter, then every s-th pixel
def conv2d(image, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(f"padding is valid or same, not {padding}")
    if image.shape[2] != kernel.shape[2]:
        raise ValueError(f"{image.shape[2]} and {kernel.shape[2]} channels")
    from scipy.signal import correlate2d

    rows, columns, channels, filters = kernel.shape
    if padding == "same":
        H, W = image.shape[:2]
        down = max((-(-H // stride) - 1) * stride + rows - H, 0)
        across = max((-(-W // stride) - 1) * stride + columns - W, 0)
        top, left = down // 2, across // 2
        image = np.pad(image, ((top, down - top), (left, across - left), (0, 0)))
    planes = []
    for f in range(filters):
        plane = sum(
            correlate2d(image[:, :, c], kernel[:, :, c, f], mode="valid") for c in range(channels)
        )
        planes.append(plane[::stride, ::stride])
    return np.stack(planes, axis=-1)
