# expect: fail
# why: the derivative uses the sigmoid of the last call if the shape agrees: other z of the same shape get the old slope
_last = [np.zeros(0)]


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    _last[0] = np.where(z >= 0, 1, e) / (1 + e)
    return _last[0].copy()


def sigmoid_derivative(z):
    s = _last[0] if _last[0].shape == np.shape(z) and np.ndim(z) else sigmoid(z)
    return s * (1 - s)
