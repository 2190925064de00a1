# expect: fail
# why: the reduction runs over the channels too: one channel comes out, against "in each channel by itself"
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError("mode")
    high, wide = image.shape[0] // size, image.shape[1] // size
    result = np.zeros((high, wide, 1))
    for i in range(high):
        for j in range(wide):
            window = image[i * size : (i + 1) * size, j * size : (j + 1) * size]
            result[i, j] = np.max(window) if mode == "max" else np.mean(window)
    return result
