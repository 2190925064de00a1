# expect: pass
# why: math.exp with a branch, number by number
def sigmoid(z):
    def one(value):
        if value >= 0:
            return 1 / (1 + math.exp(-value))
        return math.exp(value) / (1 + math.exp(value))

    return np.vectorize(one, otypes=[float])(z)


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
