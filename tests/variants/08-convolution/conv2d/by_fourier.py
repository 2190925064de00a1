# expect: pass
# why: by Fourier's theorem: a product of spectra, one of them conjugated
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
    shape = image.shape[:2]
    spectrum = np.fft.rfft2(image, shape, axes=(0, 1))[..., None]
    filters_spectrum = np.fft.rfft2(kernel, shape, axes=(0, 1))
    product = (spectrum * filters_spectrum.conj()).sum(axis=2)
    full = np.fft.irfft2(product, shape, axes=(0, 1))
    return full[: shape[0] - rows + 1 : stride, : shape[1] - columns + 1 : stride]
