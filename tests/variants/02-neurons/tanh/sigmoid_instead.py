# expect: fail
# why: takes the sigmoid for tanh
def tanh(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2
