# expect: fail
# why: math.exp raises OverflowError instead of giving infinity
def sigmoid(z):
    return np.vectorize(lambda value: 1 / (1 + math.exp(-value)), otypes=[float])(z)


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
