# expect: fail
# why: leaves out the roots


def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype="float64")
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = np.asarray(grad(x))
    size = (g**2).sum() + (n**2).sum()
    return ((g - n) ** 2).sum() / size if size else 0.0
