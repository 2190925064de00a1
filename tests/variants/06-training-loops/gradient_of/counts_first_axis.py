# expect: fail
# why: looks at the length of the first axis only
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    if x.dtype.is_integer:
        x = tf.cast(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if y.shape.rank > 0 and y.shape[0] > 1:
        raise ValueError("more than one number")
    return tape.gradient(y, x)
