# expect: fail
# why: the slope of |z|
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    return np.sign(z)
