# expect: fail
# why: the gradient is taken after the last entry was moved
def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        up = f(x)
        x[i] -= 2 * h
        n[i] = (up - f(x)) / (2 * h)
    g = grad(x)
    bottom = np.linalg.norm(g) + np.linalg.norm(n)
    return np.linalg.norm(g - n) / bottom if bottom else 0.0
