# expect: pass
# why: math.tanh on nested lists
def tanh(z):
    return math.tanh(z) if np.ndim(z) == 0 else [tanh(part) for part in z]


def tanh_derivative(z):
    if np.ndim(z) == 0:
        return 1 - math.tanh(z) ** 2
    return [tanh_derivative(part) for part in z]
