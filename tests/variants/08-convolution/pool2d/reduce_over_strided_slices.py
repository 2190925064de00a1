# expect: pass
# why: size * size strided slices of the cropped image, folded with functools.reduce (np.maximum or np.add)
from functools import reduce


def pool2d(image, size, mode="max"):
    fold = {"max": np.maximum, "average": np.add}.get(mode)
    if fold is None:
        raise ValueError(f"mode: {mode!r}")
    high, wide = image.shape[0] // size * size, image.shape[1] // size * size
    slices = (image[a:high:size, b:wide:size] for a in range(size) for b in range(size))
    pooled = reduce(fold, slices)
    return np.array(pooled) if mode == "max" else pooled / size**2
