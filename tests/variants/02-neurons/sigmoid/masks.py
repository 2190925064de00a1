# expect: pass
# why: fills the two halves of an array of its own, in the textbook's stable way
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    positive = z >= 0
    out[positive] = 1 / (1 + np.exp(-z[positive]))
    grown = np.exp(z[~positive])
    out[~positive] = grown / (1 + grown)
    return out


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
