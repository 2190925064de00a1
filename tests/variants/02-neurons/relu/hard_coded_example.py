# expect: fail
# why: returns the docstring's answer whatever the input
def relu(z):
    return np.array([0.0, 0.0, 0.0, 3.0])


def relu_derivative(z):
    return np.array([0.0, 0.0, 0.0, 1.0])
