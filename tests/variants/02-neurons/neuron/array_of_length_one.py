# expect: fail
# why: keeps an axis that is not there
def neuron(x, w, b, activation):
    return activation(x.reshape(1, -1) @ w + b)
