# expect: pass
# why: 1 - 2 / (exp(2z) + 1), where infinities do no harm
def tanh(z):
    with np.errstate(over="ignore"):
        return 1 - 2 / (np.exp(2 * np.asarray(z, dtype=float)) + 1)


def tanh_derivative(z):
    with np.errstate(over="ignore"):
        return 1 / np.cosh(z) ** 2
