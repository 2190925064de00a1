# expect: fail
# why: returns the entries in one row, whatever the shape of x
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    out = []
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        out.append((f(x + step) - f(x - step)) / (2 * h))
    return np.array(out)
