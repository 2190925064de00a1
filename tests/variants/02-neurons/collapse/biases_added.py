# expect: fail
# why: adds the biases as if b1 met no weights
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 + b2
