# expect: pass
# why: the larger of z and slope * z, since the slope is below 1
def leaky_relu(z, slope=0.01):
    return np.maximum(z, slope * z)


def leaky_relu_derivative(z, slope=0.01):
    positive = np.asarray(z) > 0
    return positive + slope * ~positive
