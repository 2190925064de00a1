# expect: fail
# why: np.tan is another function
def tanh(z):
    return np.tan(z)


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2
