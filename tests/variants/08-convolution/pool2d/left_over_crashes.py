# expect: fail
# why: the reshape works only where nothing is left over
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f"mode is max or average, not {mode}")
    height, width, channels = image.shape
    rows, columns = height // size, width // size
    blocks = image.reshape(rows, size, columns, size, channels)
    return blocks.max(axis=(1, 3)) if mode == "max" else blocks.mean(axis=(1, 3))
