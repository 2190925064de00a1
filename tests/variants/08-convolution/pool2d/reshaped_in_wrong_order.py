# expect: fail
# why: cuts pieces of consecutive numbers instead of windows
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f"mode is max or average, not {mode}")
    height, width, channels = image.shape
    rows, columns = height // size, width // size
    blocks = image[: rows * size, : columns * size].reshape(rows, columns, size, size, channels)
    return blocks.max(axis=(2, 3)) if mode == "max" else blocks.mean(axis=(2, 3))
