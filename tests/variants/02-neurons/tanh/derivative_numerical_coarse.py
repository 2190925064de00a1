# expect: fail
# why: a forward difference with a step of 0.01 is not exact enough
def tanh(z):
    return np.tanh(z)


def tanh_derivative(z):
    return (np.tanh(np.asarray(z) + 0.01) - np.tanh(z)) / 0.01
