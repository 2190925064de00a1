# expect: fail
# why: a forward difference gives 1 at 0
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    h = 1e-6
    return np.round((relu(z + h) - relu(z)) / h)
