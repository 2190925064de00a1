# expect: pass
# why: TensorFlow's own convolution in float64
def conv2d(image, kernel, stride=1, padding="valid"):
    if padding not in ("valid", "same"):
        raise ValueError(f"padding is valid or same, not {padding}")
    if image.shape[2] != kernel.shape[2]:
        raise ValueError(f"{image.shape[2]} and {kernel.shape[2]} channels")
    batch = tf.constant(image[None], tf.float64)
    weights = tf.constant(kernel, tf.float64)
    return tf.nn.conv2d(batch, weights, strides=stride, padding=padding.upper())[0]
