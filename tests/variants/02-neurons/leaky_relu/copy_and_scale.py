# expect: pass
# why: scales the negative numbers of a floating copy
def leaky_relu(z, slope=0.01):
    a = np.array(z, dtype=float)
    a[a < 0] *= slope
    return a


def leaky_relu_derivative(z, slope=0.01):
    a = np.full(np.shape(z), slope, dtype=float)
    a[np.asarray(z) > 0] = 1
    return a
