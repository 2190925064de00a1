# expect: fail
# why: the mean of the entries' relative errors
def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = grad(x)
    bottom = np.abs(g) + np.abs(n)
    return np.mean(np.where(bottom > 0, np.abs(g - n) / np.where(bottom > 0, bottom, 1), 0))
