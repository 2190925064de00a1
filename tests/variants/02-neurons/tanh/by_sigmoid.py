# expect: pass
# why: 2 sigmoid(2z) - 1, with a sigmoid that may overflow to 0
def tanh(z):
    with np.errstate(over="ignore"):
        return 2 / (1 + np.exp(-2 * np.asarray(z, dtype=float))) - 1


def tanh_derivative(z):
    t = tanh(z)
    return (1 - t) * (1 + t)
