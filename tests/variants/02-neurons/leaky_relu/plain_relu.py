# expect: fail
# why: does not leak
def leaky_relu(z, slope=0.01):
    return np.maximum(z, 0)


def leaky_relu_derivative(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope)
