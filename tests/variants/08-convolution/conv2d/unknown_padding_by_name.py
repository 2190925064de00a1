# expect: fail
# why: the padding's name goes to tf.nn.conv2d, whose error is no ValueError
def conv2d(image, kernel, stride=1, padding="valid"):
    if image.shape[2] != kernel.shape[2]:
        raise ValueError("channels differ")
    batch = tf.constant(image[None], tf.float64)
    weights = tf.constant(kernel, tf.float64)
    return tf.nn.conv2d(batch, weights, strides=stride, padding=padding.upper())[0].numpy()
