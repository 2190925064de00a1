# expect: pass
# why: a variable, which is watched by itself
def gradient_of(f, x):
    x = np.asarray(x)
    variable = tf.Variable(x if x.dtype.kind == "f" else x.astype("float32"))
    with tf.GradientTape() as tape:
        y = f(tf.convert_to_tensor(variable))
    if y.shape.num_elements() > 1:
        raise ValueError("one number, please")
    gradient = tape.gradient(y, variable)
    return None if gradient is None else gradient.numpy()
