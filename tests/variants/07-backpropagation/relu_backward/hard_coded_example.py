# expect: fail
# why: the docstring's example


def relu_backward(dA, Z):
    return np.array([[5.0, -6, 0], [0, 0, 3]])
