# expect: fail
# why: max(slope, z) is the larger of z and the slope itself
def leaky_relu(z, slope=0.01):
    return np.maximum(slope, z)


def leaky_relu_derivative(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope)
