# expect: fail
# why: applies the activation before the sum
def neuron(x, w, b, activation):
    return np.sum(activation(x * w)) + b
