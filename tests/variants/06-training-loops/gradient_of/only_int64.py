# expect: fail
# why: asks for int64 only; int32 and uint8 stay
def gradient_of(f, x):
    x = tf.convert_to_tensor(x)
    if x.dtype == tf.int64:
        x = tf.cast(x, tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError("more than one number")
    return tape.gradient(y, x)
