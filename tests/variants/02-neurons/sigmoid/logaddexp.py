# expect: pass
# why: the logarithm of the sigmoid by np.logaddexp, then exp; the slope is the exp of a sum of logarithms
def _log_sigmoid(z):
    return -np.logaddexp(0.0, -z)


def sigmoid(z):
    return np.exp(_log_sigmoid(1.0 * np.asarray(z)))


def sigmoid_derivative(z):
    z = 1.0 * np.asarray(z)
    return np.exp(_log_sigmoid(z) + _log_sigmoid(-z))
