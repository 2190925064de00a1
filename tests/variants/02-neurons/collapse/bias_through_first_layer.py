# expect: fail
# why: multiplies b1 by its own layer's weights
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W1 + b2
