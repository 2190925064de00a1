# expect: fail
# why: scales the caller's negative numbers
def leaky_relu(z, slope=0.01):
    if np.ndim(z) == 0 or z.dtype.kind == "i":
        return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))
    z[z < 0] *= slope
    return z


def leaky_relu_derivative(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope)
