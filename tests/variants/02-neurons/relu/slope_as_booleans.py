# expect: fail
# why: returns True and False
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    return np.asarray(z) > 0
