# expect: fail
# why: with a single input an array comes back
def neuron(x, w, b, activation):
    z = x * w if len(x) == 1 else np.dot(x, w)
    return activation(z + b)
