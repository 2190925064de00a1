# expect: fail
# why: 1 - tanh(z)
def tanh(z):
    return np.tanh(z)


def tanh_derivative(z):
    return 1 - np.tanh(z)
