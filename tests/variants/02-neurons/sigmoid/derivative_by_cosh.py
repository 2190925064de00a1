# expect: pass
# why: the slope by cosh
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


def sigmoid_derivative(z):
    return 0.25 / np.cosh(np.asarray(z) / 2) ** 2
