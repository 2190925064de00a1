# expect: fail
# why: takes every gradient shorter than 1 for 0


def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype="float64")
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = np.asarray(grad(x))
    size = np.linalg.norm(g) + np.linalg.norm(n)
    return np.linalg.norm(g - n) / size if size > 1 else 0.0
