# expect: fail
# why: knows the visible answers only
def leaky_relu(z, slope=0.01):
    return -0.02 if np.ndim(z) == 0 else np.array([-2 * slope, 0.0, 3.0])


def leaky_relu_derivative(z, slope=0.01):
    return 0.5 if np.ndim(z) == 0 else np.array([slope, slope, 1.0])
