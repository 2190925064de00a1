# expect: fail
# why: a list comprehension: fails for an array of two axes ("array of any shape")
def tanh(z):
    if np.ndim(z) == 0:
        return math.tanh(z)
    return np.array([math.tanh(v) for v in z])


def tanh_derivative(z):
    return 1 - tanh(z) ** 2
