# expect: fail
# why: returns 0 as soon as the gradient to be checked is 0 everywhere, even if the numerical one is not (then it must be 1)
def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype=float)
    g = np.asarray(grad(x.copy()), dtype=float)
    if not np.any(g):
        return 0.0
    n = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n))
