# expect: fail
# why: "mean" is taken for "average": pool2d(np.ones((2, 2, 1)), 2, "mean") returns, ValueError is demanded
def pool2d(image, size, mode="max"):
    h, w = image.shape[0] // size, image.shape[1] // size
    windows = image[: h * size, : w * size].reshape(h, size, w, size, -1)
    if mode == "max":
        return windows.max(axis=(1, 3))
    if mode in ("average", "avg", "mean"):
        return windows.mean(axis=(1, 3))
    raise ValueError(mode)
