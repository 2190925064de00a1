# expect: fail
# why: 1 - z squared holds for the output, not for the input
def tanh(z):
    return np.tanh(z)


def tanh_derivative(z):
    return 1 - z**2
