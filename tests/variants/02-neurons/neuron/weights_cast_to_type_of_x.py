# expect: fail
# why: w takes the dtype of x: integer inputs cut the weight 0.5 to 0
def neuron(x, w, b, activation):
    x = np.asarray(x)
    w = np.asarray(w, dtype=None).astype(x.dtype)
    return activation(np.sum(x * w) + b)
