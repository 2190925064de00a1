# expect: pass
# why: crops, cuts into blocks by reshape and transpose, reduces one axis
def pool2d(image, size, mode="max"):
    reduce = {"max": np.max, "average": np.mean}.get(mode)
    if reduce is None:
        raise ValueError(mode)
    h, w, c = image.shape[0] // size, image.shape[1] // size, image.shape[2]
    cropped = image[: h * size, : w * size, :]
    blocks = cropped.reshape(h, size, w, size, c).transpose(0, 2, 4, 1, 3)
    return reduce(blocks.reshape(h, w, c, size * size), axis=-1)
