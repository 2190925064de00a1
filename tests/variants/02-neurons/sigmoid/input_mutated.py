# expect: fail
# why: negates the caller's array in place
def sigmoid(z):
    z = np.asarray(z)
    if z.ndim == 0 or z.dtype.kind != "f":
        return 0.5 * (1 + np.tanh(z / 2))
    np.divide(z, 2, out=z)
    return 0.5 * (1 + np.tanh(z))


def sigmoid_derivative(z):
    t = np.tanh(np.asarray(z) / 2)
    return (1 - t * t) / 4
