# expect: fail
# why: an entry stays at x - h when the next is moved: unseen for sums of powers, but for f with products of entries the numerical gradient is that of another point
def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype=float)
    g = np.array(grad(x), dtype=float)
    n = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        n[i] = (above - f(x)) / (2 * h)
    size = np.linalg.norm(g) + np.linalg.norm(n)
    return 0.0 if size == 0 else np.linalg.norm(g - n) / size
