# expect: fail
# why: remembers the gradient at a point and forgets that functions and steps differ
known = {}


def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    key = (x.shape, x.tobytes())
    if key not in known:
        gradient = np.zeros_like(x)
        for i in np.ndindex(x.shape):
            step = np.zeros_like(x)
            step[i] = h
            gradient[i] = (f(x + step) - f(x - step)) / (2 * h)
        known[key] = gradient
    return known[key]
