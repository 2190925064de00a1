# expect: fail
# why: results are written into empty_like(z): for integer z tanh(1) becomes 0
def tanh(z):
    out = np.empty_like(z)
    out[...] = np.tanh(z)
    return out


def tanh_derivative(z):
    return 1 - tanh(z) ** 2
