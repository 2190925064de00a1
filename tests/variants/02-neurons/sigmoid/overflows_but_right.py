# expect: pass
# why: 1 / inf is 0: warns at -1000, and the value is right all the same
def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
