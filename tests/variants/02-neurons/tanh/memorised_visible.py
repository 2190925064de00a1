# expect: fail
# why: knows the visible answers only
def tanh(z):
    if np.ndim(z) == 0:
        return 0.0
    return np.array([-1.0, 1.0]) if len(z) == 2 else np.array([0.0, 0.6, -0.6])


def tanh_derivative(z):
    if np.ndim(z) == 0:
        return 1.0
    return np.array([0.0, 0.0]) if len(z) == 2 else np.array([1.0, 0.64, 0.64])
