# expect: fail
# why: moves the caller's own array, and rounding keeps it from coming back
def numerical_gradient(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x.copy())
        x[i] -= 2 * h
        gradient[i] = (above - f(x.copy())) / (2 * h)
        x[i] += h
    return gradient
