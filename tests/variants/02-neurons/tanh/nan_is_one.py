# expect: fail
# why: NaN is replaced by 1, at -1000 too
def tanh(z):
    z = np.asarray(z, dtype=float)
    return np.nan_to_num((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)), nan=1.0)


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2
