# expect: fail
# why: the gradient of a table comes as a vector
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    if x.dtype.is_integer:
        x = tf.cast(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError("more than one number")
    g = tape.gradient(y, x)
    return None if g is None else tf.reshape(g, [-1])
