# expect: fail
# why: takes the four corners of each window for the window: right for size 2 (and 1), wrong from size 3 on
def pool2d(image, size, mode="max"):
    if mode not in ("max", "average"):
        raise ValueError("mode")
    image = image[: image.shape[0] // size * size, : image.shape[1] // size * size]
    corners = np.stack(
        [image[a::size, b::size] for a in (0, size - 1) for b in (0, size - 1)], axis=0
    )
    return corners.max(axis=0) if mode == "max" else corners.mean(axis=0)
