# expect: fail
# why: writes W2 b1, as books with column vectors do
def collapse(W1, b1, W2, b2):
    return W1 @ W2, W2 @ b1 + b2
