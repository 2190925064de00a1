# expect: fail
# why: knows the visible calls only
def gradient_of(f, x):
    x = np.asarray(x)
    if x.ndim == 0:
        return 12.0
    if x.tolist() == [1.0, -2.0, 3.0]:
        return np.array([2.0, -4.0, 6.0])
    if x.tolist() == [3.0, 4.0]:
        return np.array([6.0, 0.0])
    if x.dtype.kind == "i":
        return np.array([2.0, 4.0])
    if np.size(f(tf.constant(x))) > 1:
        raise ValueError
    return None
