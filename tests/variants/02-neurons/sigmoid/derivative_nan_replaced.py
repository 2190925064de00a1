# expect: fail
# why: NaN of the derivative is replaced by 1/4
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


def sigmoid_derivative(z):
    e = np.exp(-np.asarray(z, dtype=float))
    return np.nan_to_num(e / (1 + e) ** 2, nan=0.25)
