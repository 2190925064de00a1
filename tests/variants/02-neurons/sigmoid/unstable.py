# expect: fail
# why: exp(z) / (1 + exp(z)) is NaN for large z
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
