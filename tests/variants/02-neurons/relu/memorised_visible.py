# expect: fail
# why: knows the visible answers only
def relu(z):
    return 0.0 if np.ndim(z) == 0 else np.array([0.0, 0.0, 0.0, 3.0])


def relu_derivative(z):
    return 1.0 if np.ndim(z) == 0 else np.array([0.0, 0.0, 0.0, 1.0])
