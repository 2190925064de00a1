# expect: fail
# why: uses * for the matrix product
def collapse(W1, b1, W2, b2):
    return W1 * W2, b1 @ W2 + b2
