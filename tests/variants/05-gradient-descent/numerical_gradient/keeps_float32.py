# expect: fail
# why: float32 stays float32
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x)
    if x.dtype.kind in "iu":
        x = x.astype(float)
    g = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        g[i] = (f(up) - f(down)) / (2 * h)
    return g
