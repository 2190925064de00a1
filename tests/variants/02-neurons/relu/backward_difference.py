# expect: fail
# why: a difference quotient with h = 1e-5: wrong for 0 < z < h, and rounded away for z = 1e12
def relu(z):
    return np.maximum(z, 0.0)


def relu_derivative(z):
    h = 1e-5
    return (relu(z) - relu(np.asarray(z) - h)) / h
