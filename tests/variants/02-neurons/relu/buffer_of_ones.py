# expect: pass
# why: a buffer of ones like z, for numbers too
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    out = np.ones_like(z)
    out[z <= 0] = 0
    return out
