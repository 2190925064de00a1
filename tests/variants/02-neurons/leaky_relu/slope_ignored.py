# expect: fail
# why: 0.01 is written into the function
def leaky_relu(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z))


def leaky_relu_derivative(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope)
