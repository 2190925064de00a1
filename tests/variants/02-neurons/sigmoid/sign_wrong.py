# expect: fail
# why: exp(z) for exp(-z): falls instead of rising
def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(np.asarray(z, dtype=float)))


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
