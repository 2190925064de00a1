# expect: fail
# why: results are cut to the integers of layer 1
def collapse(W1, b1, W2, b2):
    W = np.zeros((W1.shape[0], W2.shape[1]), dtype=W1.dtype)
    W[:] = W1 @ W2
    b = np.zeros(len(b2), dtype=b1.dtype)
    b[:] = b1 @ W2 + b2
    return W, b
