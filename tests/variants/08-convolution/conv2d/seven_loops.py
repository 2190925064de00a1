# expect: pass
# why: every index a loop, and zeros wherever the image has no pixel
def conv2d(image, kernel, stride=1, padding="valid"):
    height, width, channels = image.shape
    rows, columns, kernel_channels, filters = kernel.shape
    if channels != kernel_channels:
        raise ValueError("the kernel has other channels than the image")
    if padding == "valid":
        out_height = (height - rows) // stride + 1
        out_width = (width - columns) // stride + 1
        above = 0
        left = 0
    elif padding == "same":
        out_height = (height + stride - 1) // stride
        out_width = (width + stride - 1) // stride
        above = max((out_height - 1) * stride + rows - height, 0) // 2
        left = max((out_width - 1) * stride + columns - width, 0) // 2
    else:
        raise ValueError("I know 'valid' and 'same'")
    result = []
    for i in range(out_height):
        result_row = []
        for j in range(out_width):
            pixel = []
            for f in range(filters):
                total = 0.0
                for a in range(rows):
                    for b in range(columns):
                        y = i * stride + a - above
                        x = j * stride + b - left
                        if 0 <= y < height and 0 <= x < width:
                            for c in range(channels):
                                total += image[y, x, c] * kernel[a, b, c, f]
                pixel.append(total)
            result_row.append(pixel)
        result.append(result_row)
    return np.array(result)
