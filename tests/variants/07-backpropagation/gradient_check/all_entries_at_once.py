# expect: fail
# why: moves every entry together


def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype="float64")
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[...] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = np.asarray(grad(x))
    size = np.linalg.norm(g) + np.linalg.norm(n)
    return np.linalg.norm(g - n) / size if size else 0.0
