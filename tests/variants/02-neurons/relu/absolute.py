# expect: fail
# why: makes negative numbers positive
def relu(z):
    return np.abs(z)


def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)
