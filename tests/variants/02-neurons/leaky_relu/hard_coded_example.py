# expect: fail
# why: returns the docstring's answers whatever the input
def leaky_relu(z, slope=0.01):
    return np.array([-2 * slope, 0.0, 3.0])


def leaky_relu_derivative(z, slope=0.01):
    return np.array([slope, slope, 1.0])
