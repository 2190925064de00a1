# expect: fail
# why: t (1 - t) is the formula of the sigmoid
def tanh(z):
    return np.tanh(z)


def tanh_derivative(z):
    t = np.tanh(z)
    return t * (1 - t)
