# expect: pass
# why: Keras's own convolution, in its own float32
def conv2d(image, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(f"padding is valid or same, not {padding}")
    if image.shape[2] != kernel.shape[2]:
        raise ValueError(f"{image.shape[2]} and {kernel.shape[2]} channels")
    batch = np.expand_dims(image, 0).astype("float32")
    output = keras.ops.conv(batch, kernel.astype("float32"), strides=stride, padding=padding)
    return np.squeeze(output.numpy(), axis=0)
