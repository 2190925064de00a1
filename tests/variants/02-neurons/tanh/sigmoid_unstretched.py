# expect: fail
# why: 2 sigmoid(z) - 1 forgets the 2 inside
def tanh(z):
    return np.tanh(np.asarray(z) / 2)


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2
