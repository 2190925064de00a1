# expect: fail
# why: hands f the entries in one row, not in the shape of x
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    flat = x.ravel()
    g = np.zeros_like(flat)
    for i in range(flat.size):
        step = np.zeros_like(flat)
        step[i] = h
        g[i] = (f(flat + step) - f(flat - step)) / (2 * h)
    return g.reshape(x.shape)
