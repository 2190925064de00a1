# expect: fail
# why: keeps b2 alone
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b2
