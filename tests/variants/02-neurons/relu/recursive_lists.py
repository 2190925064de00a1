# expect: pass
# why: nested lists instead of arrays
def relu(z):
    if np.ndim(z) == 0:
        return float(z) if z > 0 else 0.0
    return [relu(part) for part in z]


def relu_derivative(z):
    if np.ndim(z) == 0:
        return 1 if z > 0 else 0
    return [relu_derivative(part) for part in z]
