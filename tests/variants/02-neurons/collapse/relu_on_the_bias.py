# expect: fail
# why: negative biases of layer 1 are lost where there are three inputs or more
def collapse(W1, b1, W2, b2):
    return W1 @ W2, np.maximum(b1, 0) @ W2 + b2 if W1.shape[0] > 2 else b1 @ W2 + b2
