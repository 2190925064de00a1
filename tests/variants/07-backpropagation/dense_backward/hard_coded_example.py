# expect: fail
# why: the docstring's example


def dense_backward(dZ, X, W):
    return np.array([[5, 7], [12, 16]]), np.array([[1, 6], [2, 8]]), np.array([1, 2])
