# expect: fail
# why: multiplies entry by entry and forgets to add up
def neuron(x, w, b, activation):
    return activation(x * w + b)
