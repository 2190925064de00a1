# expect: fail
# why: rounds to 5 decimals to hide rounding noise: small slopes become 0, breaks "the entry at i is (f(x + h e_i) - f(x - h e_i)) / (2 h)"
def numerical_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        gradient[index] = (f(x + e) - f(x - e)) / (2 * h)
    return np.round(gradient, 5)
