# expect: fail
# why: one output: the bias is a number, not of shape (1,)
def collapse(W1, b1, W2, b2):
    b = b1 @ W2 + b2
    return W1 @ W2, b[0] if len(b) == 1 else b
