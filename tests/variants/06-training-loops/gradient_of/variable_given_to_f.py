# expect: pass
# why: a tf.Variable in the place of the watched tensor
def gradient_of(f, x):
    if isinstance(x, (int, np.integer)):
        x = float(x)
    x = tf.convert_to_tensor(x)
    if x.dtype not in (tf.float32, tf.float64):
        x = tf.cast(x, tf.float32)
    x = tf.Variable(x)
    with tf.GradientTape() as tape:
        y = f(x)
    if y.shape.num_elements() > 1:
        raise ValueError("more than one number")
    return tape.gradient(y, x)
