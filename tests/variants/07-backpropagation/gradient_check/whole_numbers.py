# expect: fail
# why: keeps the dtype of x: whole numbers swallow h


def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x)
    n = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = np.asarray(grad(x))
    size = np.linalg.norm(g) + np.linalg.norm(n)
    return np.linalg.norm(g - n) / size if size else 0.0
