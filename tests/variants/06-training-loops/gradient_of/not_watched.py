# expect: fail
# why: the constant tensor is never watched
def gradient_of(f, x):
    x = tf.convert_to_tensor(x, dtype=tf.float32)
    with tf.GradientTape() as tape:
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError
    return tape.gradient(y, x)
