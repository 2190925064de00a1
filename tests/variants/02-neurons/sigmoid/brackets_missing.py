# expect: fail
# why: 1 / 1 + exp(-z) is 1 + exp(-z)
def sigmoid(z):
    return 1 / 1 + np.exp(-np.asarray(z, dtype=float))


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
