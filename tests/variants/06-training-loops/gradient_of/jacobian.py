# expect: pass
# why: the Jacobian of one number is its gradient
def gradient_of(f, x):
    x = tf.cast(x, tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.rank(y) > 0 and len(tf.reshape(y, [-1])) > 1:
        raise ValueError("f must return a scalar")
    return tape.jacobian(y, x)
