# expect: fail
# why: reduces over windows instead of inside them
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f"mode is max or average, not {mode}")
    height, width, channels = image.shape
    rows, columns = height // size, width // size
    blocks = image[: rows * size, : columns * size].reshape(rows, size, columns, size, channels)
    return blocks.max(axis=(0, 2)) if mode == "max" else blocks.mean(axis=(0, 2))
