# expect: fail
# why: knows the visible answers only
def sigmoid(z):
    if np.ndim(z) == 0:
        return 0.5
    return np.array([0.0, 1.0]) if len(z) == 2 else np.array([0.5, 0.75, 0.25])


def sigmoid_derivative(z):
    if np.ndim(z) == 0:
        return 0.25
    return np.array([0.0, 0.0]) if len(z) == 2 else np.array([0.25, 0.1875, 0.1875])
