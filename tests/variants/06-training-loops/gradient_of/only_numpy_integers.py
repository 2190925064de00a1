# expect: fail
# why: whole numbers are turned only if they come as a NumPy array
def gradient_of(f, x):
    if isinstance(x, np.ndarray) and x.dtype.kind in "iu":
        x = x.astype("float32")
    x = tf.convert_to_tensor(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    if tf.size(y) > 1:
        raise ValueError("more than one number")
    return tape.gradient(y, x)
