# expect: fail
# why: knows the two visible answers only
def neuron(x, w, b, activation):
    return -2.0 if activation is identity else 2.0
