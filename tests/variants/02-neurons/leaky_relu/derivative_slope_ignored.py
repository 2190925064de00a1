# expect: fail
# why: 0.01 is written into the derivative
def leaky_relu(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


def leaky_relu_derivative(z, slope=0.01):
    if np.ndim(z) == 0:
        return 1.0 if z > 0 else slope
    return np.where(np.asarray(z) > 0, 1.0, 0.01)
