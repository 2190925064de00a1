# expect: fail
# why: 1 - (sinh / cosh) squared is NaN at 1000
def tanh(z):
    return np.tanh(z)


def tanh_derivative(z):
    return 1 - (np.sinh(z) / np.cosh(z)) ** 2
