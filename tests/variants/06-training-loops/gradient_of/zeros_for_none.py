# expect: fail
# why: takes unconnected for flat
def gradient_of(f, x):
    x = tf.cast(x, tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError
    return tape.gradient(y, x, unconnected_gradients=tf.UnconnectedGradients.ZERO)
