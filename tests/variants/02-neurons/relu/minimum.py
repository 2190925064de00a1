# expect: fail
# why: keeps the wrong half
def relu(z):
    return np.minimum(z, 0)


def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)
