# expect: fail
# why: an entry that was moved stays moved
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x.copy())
        x[i] -= 2 * h
        gradient[i] = (above - f(x.copy())) / (2 * h)
    return gradient
