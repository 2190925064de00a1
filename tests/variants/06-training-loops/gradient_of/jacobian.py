# expect: pass
# why: the Jacobian of one number is its gradient
def gradient_of(f, x):
    x = tf.cast(x, tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.reshape(f(x), [-1])
    if len(y) > 1:
        raise ValueError("f must return one number")
    rows = tape.jacobian(y, x)
    return None if rows is None else rows[0]
