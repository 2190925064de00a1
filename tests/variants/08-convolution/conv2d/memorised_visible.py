# expect: fail
# why: knows the docstring's image; else only the right shape and errors
def conv2d(image, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(f"padding is valid or same, not {padding}")
    if image.shape[2] != kernel.shape[2]:
        raise ValueError(f"{image.shape[2]} and {kernel.shape[2]} channels")
    if image.shape == (3, 3, 1) and kernel.shape == (2, 2, 1, 1) and padding == "valid":
        return np.array([[4.0, -1.0], [1.0, 6.0]])[:, :, None]
    if padding == "same":
        height, width = -(-image.shape[0] // stride), -(-image.shape[1] // stride)
    else:
        height = (image.shape[0] - kernel.shape[0]) // stride + 1
        width = (image.shape[1] - kernel.shape[1]) // stride + 1
    return np.full((height, width, kernel.shape[3]), image.mean() * kernel.sum())
