# expect: pass
# why: a Conv2D layer in float64 that is given the kernel
def conv2d(image, kernel, stride=1, padding="valid"):
    if image.shape[2] != kernel.shape[2]:
        raise ValueError("the channels of image and kernel differ")
    if padding not in ("valid", "same"):
        raise ValueError("unknown padding " + padding)
    layer = layers.Conv2D(
        kernel.shape[3],
        kernel.shape[:2],
        strides=stride,
        padding=padding,
        use_bias=False,
        dtype="float64",
    )
    layer.build((None, *image.shape))
    layer.set_weights([kernel])
    return keras.ops.convert_to_numpy(layer(image[np.newaxis]))[0]
