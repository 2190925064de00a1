# expect: fail
# why: takes tanh for the sigmoid
def sigmoid(z):
    return np.tanh(z)


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
