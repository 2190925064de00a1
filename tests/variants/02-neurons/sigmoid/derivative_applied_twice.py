# expect: fail
# why: s (1 - s) with the sigmoid of the sigmoid
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, e) / (1.0 + e)


def sigmoid_derivative(z):
    s = sigmoid(sigmoid(z))
    return s * (1 - s)
