# expect: fail
# why: a straight line cut off at ±1 outside of [-1, 1]
def tanh(z):
    z = np.asarray(z, dtype=float)
    return np.where(np.abs(z) > 1, np.clip(z, -1, 1), np.tanh(z))


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2
