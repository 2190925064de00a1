# expect: fail
# why: knows the docstring's image; else takes every size-th pixel
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(mode)
    if image.shape == (3, 5, 1):
        return np.array([[[-1.0], [3.0]]] if mode == "max" else [[[-2.5], [1.5]]])
    return image[::size, ::size][: image.shape[0] // size, : image.shape[1] // size]
