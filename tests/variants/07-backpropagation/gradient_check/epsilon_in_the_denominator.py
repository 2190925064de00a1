# expect: fail
# why: adds 1e-8 to the denominator instead of treating 0 / 0: for gradients of 1e-9 a wrong sign gives 0.17, not 1 ("whatever the units of f")
def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype=float)
    n = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = grad(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n) + 1e-8)
