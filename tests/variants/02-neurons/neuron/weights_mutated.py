# expect: fail
# why: multiplies in place and changes the caller's weights
def neuron(x, w, b, activation):
    w *= x
    return activation(w.sum() + b)
