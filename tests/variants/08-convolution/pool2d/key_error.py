# expect: fail
# why: an unknown mode raises KeyError
def pool2d(image, size, mode="max"):
    reduce = {"max": np.max, "average": np.mean}[mode]
    height, width, channels = image.shape
    rows, columns = height // size, width // size
    blocks = image[: rows * size, : columns * size].reshape(rows, size, columns, size, channels)
    return reduce(blocks, axis=(1, 3))
