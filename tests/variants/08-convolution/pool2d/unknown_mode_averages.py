# expect: fail
# why: whatever is not 'max' counts as 'average'
def pool2d(image, size, mode="max"):
    height, width, channels = image.shape
    rows, columns = height // size, width // size
    blocks = image[: rows * size, : columns * size].reshape(rows, size, columns, size, channels)
    return blocks.max(axis=(1, 3)) if mode == "max" else blocks.mean(axis=(1, 3))
