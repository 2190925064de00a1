# expect: fail
# why: rounds to four digits as in the printed examples: sigmoid(-12) becomes 0
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.round(np.where(z >= 0, 1, e) / (1 + e), 4)


def sigmoid_derivative(z):
    s = sigmoid(z)
    return np.round(s * (1 - s), 4)
