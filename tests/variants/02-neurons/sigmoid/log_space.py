# expect: pass
# why: exp of minus softplus
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


def sigmoid_derivative(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0, -z) - np.logaddexp(0, z))
