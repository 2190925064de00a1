# expect: fail
# why: returns the docstring's answers whatever the input
def tanh(z):
    return np.array([-1.0, 1.0]) if np.size(z) == 2 else np.array([0.0, 0.6, -0.6])


def tanh_derivative(z):
    return np.array([0.0, 0.0]) if np.size(z) == 2 else np.array([1.0, 0.64, 0.64])
