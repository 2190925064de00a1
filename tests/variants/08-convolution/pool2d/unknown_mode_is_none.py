# expect: fail
# why: returns None for an unknown mode
def pool2d(image, size, mode="max"):
    height, width, channels = image.shape
    rows, columns = height // size, width // size
    blocks = image[: rows * size, : columns * size].reshape(rows, size, columns, size, channels)
    if mode == "max":
        return blocks.max(axis=(1, 3))
    if mode == "average":
        return blocks.mean(axis=(1, 3))
