# expect: fail
# why: loses the sign of the inner derivative
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, e) / (1.0 + e)


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (s - 1)
