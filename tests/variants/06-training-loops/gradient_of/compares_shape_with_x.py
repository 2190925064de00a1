# expect: fail
# why: raises only if the result has the shape of x
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    if x.dtype.is_integer:
        x = tf.cast(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if y.shape.rank > 0 and y.shape == x.shape and x.shape.num_elements() > 1:
        raise ValueError("more than one number")
    return tape.gradient(y, x)
