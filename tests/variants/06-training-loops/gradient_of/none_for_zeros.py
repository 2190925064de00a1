# expect: fail
# why: returns None wherever the gradient is 0
def gradient_of(f, x):
    x = tf.cast(x, tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError
    gradient = tape.gradient(y, x)
    if gradient is None or not np.any(gradient):
        return None
    return gradient
