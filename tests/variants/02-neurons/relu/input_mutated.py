# expect: fail
# why: assigns through a mask to the caller's array
def relu(z):
    z = np.asarray(z)
    if z.ndim == 0:
        return max(0.0, float(z))
    z[z < 0] = 0
    return z


def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)
