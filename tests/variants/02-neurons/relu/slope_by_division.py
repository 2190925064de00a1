# expect: fail
# why: relu(z) / z is NaN at 0
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    with np.errstate(all="ignore"):
        return np.maximum(z, 0) / np.asarray(z)
