# expect: fail
# why: negative numbers alone are shifted, not replaced
def relu(z):
    return np.maximum(z, 0) if np.any(np.asarray(z) >= 0) else np.asarray(z) - np.min(z)


def relu_derivative(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
