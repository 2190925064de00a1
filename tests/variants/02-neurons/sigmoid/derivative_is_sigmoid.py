# expect: fail
# why: returns the function
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, e) / (1.0 + e)


def sigmoid_derivative(z):
    return sigmoid(z)
