# expect: fail
# why: the slope of the last call is kept for the next
_slope = 0.01


def leaky_relu(z, slope=None):
    global _slope
    if slope is not None:
        _slope = slope
    return np.where(np.asarray(z) > 0, z, _slope * np.asarray(z))


def leaky_relu_derivative(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope)
