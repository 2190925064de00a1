# expect: fail
# why: returns relu again
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    return np.where(np.asarray(z) > 0, z, 0.0)
