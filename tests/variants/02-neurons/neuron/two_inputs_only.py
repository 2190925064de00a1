# expect: fail
# why: written for the example's two inputs
def neuron(x, w, b, activation):
    return activation(x[0] * w[0] + x[1] * w[1] + b)
