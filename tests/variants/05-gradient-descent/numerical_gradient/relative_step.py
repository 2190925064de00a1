# expect: fail
# why: makes the step proportional to the entry, which is 0 where the entry is 0
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    g = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h * max(abs(x[i]), 1.0)
        g[i] = (f(x + step) - f(x - step)) / (2 * step[i])
    return g
