# expect: fail
# why: casts everything to float32, float64 too
def gradient_of(f, x):
    x = tf.constant(np.array(x, dtype=np.float32))
    with tf.GradientTape(watch_accessed_variables=False, persistent=True) as tape:
        tape.watch(x)
        y = f(x)
    if np.size(y.numpy()) != 1:
        raise ValueError(f"{np.size(y.numpy())} numbers")
    result = tape.gradient(y, x)
    return result if result is None else np.array(result)
