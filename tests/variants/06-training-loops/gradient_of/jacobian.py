# expect: pass
# why: the Jacobian of one number is its gradient
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    x = x if x.dtype.is_floating else tf.cast(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.reshape(f(x), [-1])
    if len(y) > 1:
        raise ValueError("f must return one number")
    rows = tape.jacobian(y, x)
    return None if rows is None else rows[0]
