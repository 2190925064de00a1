# expect: fail
# why: `slope or 0.01` takes 0 for no slope
def leaky_relu(z, slope=0.01):
    slope = slope or 0.01
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


def leaky_relu_derivative(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope)
