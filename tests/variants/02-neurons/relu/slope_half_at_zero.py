# expect: fail
# why: the mean of the two slopes at 0
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    return np.heaviside(z, 0.5)
