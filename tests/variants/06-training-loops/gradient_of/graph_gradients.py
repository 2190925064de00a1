# expect: pass
# why: tf.gradients inside a tf.function
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    if x.dtype.is_integer:
        x = tf.cast(x, "float32")

    @tf.function(autograph=False)
    def both(x):
        y = f(x)
        return y, tf.gradients(y, x)[0]

    y, gradient = both(x)
    if np.size(y) > 1:
        raise ValueError
    return gradient
