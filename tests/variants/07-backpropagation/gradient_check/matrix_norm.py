# expect: fail
# why: np.linalg.norm without ravel, which fails for three axes and numbers
def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = grad(x)
    norm = lambda v: np.linalg.norm(v, "fro" if v.ndim > 1 else None)
    bottom = norm(g) + norm(n)
    return norm(g - n) / bottom if bottom else 0.0
