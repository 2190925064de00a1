# expect: fail
# why: clips at 10, where the sigmoid is not yet 0 or 1
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
