# expect: fail
# why: the bias only counts if some input is not 0
def neuron(x, w, b, activation):
    if not np.any(x):
        return activation(0.0)
    return activation(np.dot(x, w) + b)
