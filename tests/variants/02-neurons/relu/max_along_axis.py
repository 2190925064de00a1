# expect: fail
# why: np.max(z, 0) is the maximum along axis 0
def relu(z):
    return np.max(z, 0)


def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)
