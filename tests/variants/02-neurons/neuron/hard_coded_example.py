# expect: fail
# why: returns the docstring's answer whatever the input
def neuron(x, w, b, activation):
    return 2.0
