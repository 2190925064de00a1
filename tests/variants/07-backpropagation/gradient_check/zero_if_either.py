# expect: fail
# why: 0 if one of the two gradients is 0
def gradient_check(f, grad, x, h=1e-5):
    x = np.array(x, dtype=np.float64)
    n = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = h
        n[i] = (f(x + e) - f(x - e)) / (2 * h)
    g = grad(x)
    a, b = np.linalg.norm(g), np.linalg.norm(n)
    if a == 0 or b == 0:
        return 0.0
    return np.linalg.norm(g - n) / (a + b)
