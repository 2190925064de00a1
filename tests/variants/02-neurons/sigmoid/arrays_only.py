# expect: fail
# why: numbers have no shape
def sigmoid(z):
    out = np.zeros(z.shape)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    out[~pos] = np.exp(z[~pos]) / (1 + np.exp(z[~pos]))
    return out


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
