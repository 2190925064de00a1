# expect: fail
# why: ones_like keeps the integer dtype of z and cuts the slope
def leaky_relu(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


def leaky_relu_derivative(z, slope=0.01):
    a = np.ones_like(z)
    a[np.asarray(z) <= 0] = slope
    return a
