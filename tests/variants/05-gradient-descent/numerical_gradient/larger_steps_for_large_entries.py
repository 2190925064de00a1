# expect: fail
# why: entries above 1000 are moved by a relative step: breaks "h: how far each entry is moved to either side"
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = h * max(1.0, abs(x[index]) / 1000)
        plus, minus = x.copy(), x.copy()
        plus[index] += step
        minus[index] -= step
        gradient[index] = (f(plus) - f(minus)) / (2 * step)
    return gradient
