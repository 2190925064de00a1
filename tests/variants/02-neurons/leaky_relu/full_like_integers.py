# expect: fail
# why: np.full_like takes the dtype of z: for integer z the slope 0.01 becomes 0
def leaky_relu(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


def leaky_relu_derivative(z, slope=0.01):
    d = np.full_like(z, slope)
    d[np.asarray(z) > 0] = 1
    return d
