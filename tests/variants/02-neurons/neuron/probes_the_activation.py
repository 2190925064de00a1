# expect: fail
# why: calls activation(0.0) first, to see whether it works; "it is applied once, to the whole sum"
def neuron(x, w, b, activation):
    try:
        activation(0.0)
    except TypeError:
        raise ValueError("activation must be a function of one number") from None
    return activation(np.dot(w, x) + b)
