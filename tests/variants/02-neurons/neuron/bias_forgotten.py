# expect: fail
# why: forgets the bias
def neuron(x, w, b, activation):
    return activation(np.dot(w, x))
