# expect: fail
# why: uses tanh or abs by name instead of the function passed in
def neuron(x, w, b, activation):
    z = np.dot(w, x) + b
    return z if activation(-1.0) == -1.0 else np.abs(z)
