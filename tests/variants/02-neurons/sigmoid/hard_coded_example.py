# expect: fail
# why: returns the docstring's answers whatever the input
def sigmoid(z):
    if np.size(z) == 2:
        return np.array([0.0, 1.0])
    return np.array([0.5, 0.75, 0.25])


def sigmoid_derivative(z):
    if np.size(z) == 2:
        return np.array([0.0, 0.0])
    return np.array([0.25, 0.1875, 0.1875])
