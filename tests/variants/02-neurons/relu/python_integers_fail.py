# expect: fail
# why: only floats are taken for numbers: relu(3) with a Python integer fails ("number ... of floats or integers")
def relu(z):
    if isinstance(z, float):
        return max(0.0, z)
    out = z.copy()
    out[out < 0] = 0
    return out


def relu_derivative(z):
    if isinstance(z, float):
        return 1.0 if z > 0 else 0.0
    out = np.zeros(z.shape)
    out[z > 0] = 1
    return out
