# expect: pass
# why: TensorFlow's pooling in float64
def pool2d(image, size, mode="max"):
    kinds = {"max": "MAX", "average": "AVG"}
    try:
        kind = kinds[mode]
    except KeyError:
        raise ValueError(mode) from None
    batch = tf.constant(image[None], dtype=tf.float64)
    return tf.nn.pool(batch, [size, size], kind, strides=[size, size], padding="VALID")[0].numpy()
