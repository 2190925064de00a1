# expect: fail
# why: forgets b2
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2
