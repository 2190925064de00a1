# expect: pass
# why: SciPy's sliding filters, read at every size-th window
def pool2d(image, size, mode="max"):
    from scipy.ndimage import maximum_filter, uniform_filter

    if mode not in ("max", "average"):
        raise ValueError(mode)
    h, w, c = image.shape
    slide = maximum_filter if mode == "max" else uniform_filter
    planes = [slide(image[:, :, k], size=size, mode="nearest") for k in range(c)]
    first = size // 2  # the filters name a window by its middle
    result = np.dstack(planes)[first::size, first::size]
    return result[: h // size, : w // size]
