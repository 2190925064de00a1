# expect: fail
# why: one number for all entries of x
def gradient_of(f, x):
    x = tf.cast(x, tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError
    gradient = tape.gradient(y, x)
    return None if gradient is None else tf.reduce_sum(gradient)
