# expect: fail
# why: the hard tanh: z cut off at -1 and 1
def tanh(z):
    return np.clip(z, -1, 1)


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2
