# expect: fail
# why: turns the caller's z into its slope
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    if np.ndim(z) == 0:
        return float(z > 0)
    z[z <= 0] = 0
    z[z > 0] = 1
    return z
