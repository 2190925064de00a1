# expect: fail
# why: the piecewise linear hard sigmoid
def sigmoid(z):
    return np.clip(0.2 * np.asarray(z) + 0.5, 0, 1)


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
