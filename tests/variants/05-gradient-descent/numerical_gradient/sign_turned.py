# expect: fail
# why: subtracts the wrong way round
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (f(x - step) - f(x + step)) / (2 * h)
    return gradient
