# expect: fail
# why: a gradient of zeros is given back as None: None only if the result is not connected to x at all
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    if x.dtype.is_integer:
        x = tf.cast(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) != 1:
        raise ValueError("f must return one number")
    g = tape.gradient(y, x, unconnected_gradients="zero")
    if not np.any(np.asarray(g)):
        return None
    return g
