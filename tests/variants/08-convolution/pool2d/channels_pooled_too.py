# expect: fail
# why: takes the largest over all channels of the window
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
                output[i, j] = window.max()
            else:
                output[i, j] = window.mean()
    return output
