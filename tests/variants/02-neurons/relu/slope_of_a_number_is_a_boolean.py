# expect: fail
# why: a boolean for a single number
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    if np.ndim(z) == 0:
        return bool(z > 0)
    return (z > 0) * 1.0
