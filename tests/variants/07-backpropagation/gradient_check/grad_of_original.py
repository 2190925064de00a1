# expect: fail
# why: grad gets x itself, integers too
def gradient_check(f, grad, x, h=1e-5):
    z = np.array(x, dtype=np.float64)
    n = np.zeros_like(z)
    for i in np.ndindex(z.shape):
        e = np.zeros_like(z)
        e[i] = h
        n[i] = (f(z + e) - f(z - e)) / (2 * h)
    g = grad(x)
    bottom = np.linalg.norm(g) + np.linalg.norm(n)
    return np.linalg.norm(g - n) / bottom if bottom else 0.0
