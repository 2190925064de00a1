# expect: pass
# why: Keras's own pooling layers
def pool2d(image, size, mode="max"):
    pooling = {"max": layers.MaxPooling2D, "average": layers.AveragePooling2D}
    if mode not in pooling:
        raise ValueError(f"mode is one of {sorted(pooling)}")
    return pooling[mode](size)(image[None].astype("float32"))[0]
