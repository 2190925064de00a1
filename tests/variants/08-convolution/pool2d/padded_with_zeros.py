# expect: fail
# why: fills the image up with zeros instead of dropping what is left over
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f"mode is max or average, not {mode}")
    height, width, channels = image.shape
    rows, columns = -(-height // size), -(-width // size)
    image = np.pad(image, ((0, -height % size), (0, -width % size), (0, 0)))
    blocks = image[: rows * size, : columns * size].reshape(rows, size, columns, size, channels)
    return blocks.max(axis=(1, 3)) if mode == "max" else blocks.mean(axis=(1, 3))
