# expect: pass
# why: first down the rows, then along the columns, by ufunc.reduceat
def pool2d(image, size, mode="max"):
    if mode not in {"max", "average"}:
        raise ValueError(mode)
    ufunc = np.maximum if mode == "max" else np.add
    for axis in (0, 1):
        whole = image.shape[axis] // size
        image = np.take(image, range(whole * size), axis=axis)
        image = ufunc.reduceat(image, np.arange(whole) * size, axis=axis)
    return image if mode == "max" else image / (size * size)
