# expect: fail
# why: np.linalg.norm with 2, the spectral norm of a table
def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = grad(x)
    bottom = np.linalg.norm(g, 2) + np.linalg.norm(n, 2)
    return np.linalg.norm(g - n, 2) / bottom if bottom else 0.0
