# expect: fail
# why: branches on the first number for the whole array
def sigmoid(z):
    if np.ravel(z)[0] >= 0:
        return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))
    return np.exp(z) / (1 + np.exp(z))


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
