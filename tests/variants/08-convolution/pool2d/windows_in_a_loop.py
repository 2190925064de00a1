# expect: pass
# why: two loops over windows
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError(f"mode is max or average, not {mode}")
    height, width, channels = image.shape
    rows, columns = height // size, width // size
    output = np.zeros((rows, columns, channels))
    for i in range(rows):
        for j in range(columns):
            top, left = i * size, j * size
            window = image[top : top + size, left : left + size]
            if mode == "max":
                output[i, j] = window.max(axis=(0, 1))
            else:
                output[i, j] = window.mean(axis=(0, 1))
    return output
