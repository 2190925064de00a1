# expect: fail
# why: returns the weighted sum
def neuron(x, w, b, activation):
    return np.dot(w, x) + b
