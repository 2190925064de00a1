# expect: fail
# why: differences cannot tell unconnected from flat
def gradient_of(f, x):
    x = np.asarray(x, dtype="float64")
    if np.size(f(tf.constant(x))) > 1:
        raise ValueError
    result = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += 1e-6
        down[i] -= 1e-6
        result[i] = (float(f(tf.constant(up))) - float(f(tf.constant(down)))) / 2e-6
    return result
