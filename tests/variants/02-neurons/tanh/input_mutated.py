# expect: fail
# why: writes the result into the caller's array
def tanh(z):
    if np.ndim(z) == 0 or z.dtype.kind != "f":
        return np.tanh(z)
    return np.tanh(z, out=z)


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2
