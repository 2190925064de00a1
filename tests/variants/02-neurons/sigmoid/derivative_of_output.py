# expect: fail
# why: z (1 - z) holds for the output, not for the input
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1.0, e) / (1.0 + e)


def sigmoid_derivative(z):
    return z * (1 - z)
