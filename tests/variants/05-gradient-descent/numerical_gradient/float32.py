# expect: fail
# why: computes in float32, where h = 1e-5 drowns in rounding
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype="float32")
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient
