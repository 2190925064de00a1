# expect: fail
# why: a negative bias is taken without its sign
def neuron(x, w, b, activation):
    return activation(np.dot(x, w) + abs(b))
