# expect: fail
# why: returns the weights and no bias
def collapse(W1, b1, W2, b2):
    return W1 @ W2
