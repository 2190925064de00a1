# expect: pass
# why: every index a loop, as a beginner would
def pool2d(image, size, mode="max"):
    if mode != "max" and mode != "average":
        raise ValueError("mode must be 'max' or 'average'")
    result = []
    for i in range(0, image.shape[0] - size + 1, size):
        row = []
        for j in range(0, image.shape[1] - size + 1, size):
            pixel = []
            for c in range(image.shape[2]):
                largest = image[i, j, c]
                total = 0
                for a in range(size):
                    for b in range(size):
                        number = image[i + a, j + b, c]
                        total = total + number
                        if number > largest:
                            largest = number
                pixel.append(largest if mode == "max" else total / (size * size))
            row.append(pixel)
        result.append(row)
    return np.array(result)
