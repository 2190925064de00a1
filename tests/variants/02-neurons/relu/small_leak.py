# expect: fail
# why: negative numbers leak a little
def relu(z):
    return np.maximum(z, 1e-4 * np.asarray(z))


def relu_derivative(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
