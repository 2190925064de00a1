# expect: fail
# why: at z = 0 the derivative is always 0.01, not the slope that was passed
def leaky_relu(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


def leaky_relu_derivative(z, slope=0.01):
    z = np.asarray(z)
    return np.where(z > 0, 1.0, np.where(z < 0, slope, 0.01))
