# expect: fail
# why: only integers are turned into float64, a float32 x is moved in float32: breaks "Whatever its dtype, the computation is in float64"
def numerical_gradient(f, x, h=1e-5):
    if np.issubdtype(x.dtype, np.integer):
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[index] += h
        minus[index] -= h
        gradient[index] = (f(plus) - f(minus)) / (2 * h)
    return gradient
