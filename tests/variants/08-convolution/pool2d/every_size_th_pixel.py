# expect: pass
# why: size x size thinned images, combined pixel by pixel
def pool2d(image, size, mode="max"):
    h, w = (n // size * size for n in image.shape[:2])
    thinned = [image[a:h:size, b:w:size] for a in range(size) for b in range(size)]
    if mode == "max":
        result = thinned[0].copy()
        for other in thinned[1:]:
            np.maximum(result, other, out=result)
        return result
    elif mode == "average":
        return sum(thinned) / len(thinned)
    else:
        raise ValueError("mode?")
