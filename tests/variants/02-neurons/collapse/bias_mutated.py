# expect: fail
# why: adds to b2 in place
def collapse(W1, b1, W2, b2):
    b2 += b1 @ W2
    return W1 @ W2, b2
