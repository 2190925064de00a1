# expect: fail
# why: returns the bias with shape (1, k)
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1.reshape(1, -1) @ W2 + b2
