# expect: fail
# why: takes a tensor of shape (1, 1) for more than one number
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    if not x.dtype.is_floating:
        x = tf.cast(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if y.shape.rank > 0:
        raise ValueError("f returns an array")
    return tape.gradient(y, x)
