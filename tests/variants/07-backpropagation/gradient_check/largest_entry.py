# expect: fail
# why: the largest relative error of an entry, not that of the whole gradient


def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype="float64")
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = np.asarray(grad(x))
    size = np.linalg.norm(g) + np.linalg.norm(n)
    with np.errstate(invalid="ignore"):
        return np.max(np.nan_to_num(np.abs(g - n) / (np.abs(g) + np.abs(n))))
