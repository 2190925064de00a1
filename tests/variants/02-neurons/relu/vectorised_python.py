# expect: pass
# why: Python's max on each number
def relu(z):
    return np.vectorize(lambda value: max(0.0, value), otypes=[float])(z)


def relu_derivative(z):
    return np.vectorize(lambda value: 1.0 if value > 0 else 0.0, otypes=[float])(z)
