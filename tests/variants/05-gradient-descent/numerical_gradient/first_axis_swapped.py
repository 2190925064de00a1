# expect: fail
# why: fills the transpose
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    g = np.zeros(x.shape[::-1])
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        g[i[::-1]] = (f(x + step) - f(x - step)) / (2 * h)
    return g
