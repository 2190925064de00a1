# expect: fail
# why: f is computed before the tape is open
def gradient_of(f, x):
    x = tf.cast(x, tf.float64)
    y = f(x)
    if tf.size(y) > 1:
        raise ValueError
    with tf.GradientTape() as tape:
        tape.watch(x)
    return tape.gradient(y, x)
