# expect: pass
# why: 1 / cosh squared: overflows to 1 / inf, which is 0 as it should be
def tanh(z):
    return np.tanh(z)


def tanh_derivative(z):
    with np.errstate(over="ignore"):
        return 1 / np.cosh(np.asarray(z, dtype=float)) ** 2
