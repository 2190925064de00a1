# expect: fail
# why: takes the largest whatever the mode
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f"mode is max or average, not {mode}")
    height, width, channels = image.shape
    rows, columns = height // size, width // size
    blocks = image[: rows * size, : columns * size].reshape(rows, size, columns, size, channels)
    return blocks.max(axis=(1, 3))
