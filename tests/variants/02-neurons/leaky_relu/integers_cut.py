# expect: fail
# why: keeps the integer dtype of z and loses the leak
def leaky_relu(z, slope=0.01):
    a = np.array(z)
    if a.ndim == 0:
        return z if z > 0 else slope * z
    a[a < 0] = slope * a[a < 0]
    return a


def leaky_relu_derivative(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope)
