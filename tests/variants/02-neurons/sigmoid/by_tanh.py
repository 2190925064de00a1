# expect: pass
# why: through the hyperbolic tangent, and its derivative through cosh
def sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


def sigmoid_derivative(z):
    half = np.clip(np.abs(z) / 2, 0, 300)
    return 1 / (2 * np.cosh(half)) ** 2
