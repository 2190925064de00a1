# expect: pass
# why: leaky ReLU is z times its own derivative (np.select); a float of its own each time
def leaky_relu_derivative(z, slope=0.01):
    z = np.asarray(z)
    return np.select([z > 0], [np.ones(z.shape)], default=float(slope))[()]


def leaky_relu(z, slope=0.01):
    return np.multiply(z, leaky_relu_derivative(z, slope=slope))
