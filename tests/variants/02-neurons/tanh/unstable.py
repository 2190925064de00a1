# expect: fail
# why: (exp(z) - exp(-z)) / (exp(z) + exp(-z)) is inf / inf at 1000
def tanh(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2
