# expect: fail
# why: divides by the slope
def leaky_relu(z, slope=0.01):
    with np.errstate(all="ignore"):
        return np.where(np.asarray(z) > 0, z, np.asarray(z) / slope)


def leaky_relu_derivative(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope)
