# expect: fail
# why: the running maximum starts at -1000, so windows of smaller numbers give -1000; the image may be "of any sign" and size
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError("mode")
    high, wide, channels = image.shape[0] // size, image.shape[1] // size, image.shape[2]
    best = np.full((high, wide, channels), -1000.0)
    total = np.zeros((high, wide, channels))
    for a in range(size):
        for b in range(size):
            part = image[a::size, b::size][:high, :wide]
            best = np.maximum(best, part)
            total = total + part
    return best if mode == "max" else total / size**2
