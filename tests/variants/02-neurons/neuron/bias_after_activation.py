# expect: fail
# why: adds the bias to the activation
def neuron(x, w, b, activation):
    return activation(np.dot(w, x)) + b
