# expect: fail
# why: float64 is turned into float32 as well: "float32 and float64 stay as they are"
def gradient_of(f, x):
    x = tf.cast(tf.convert_to_tensor(x), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError("f must return one number")
    return tape.gradient(y, x)
