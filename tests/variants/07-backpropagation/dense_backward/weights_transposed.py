# expect: fail
# why: dW of shape (k, n)


def dense_backward(dZ, X, W):
    return dZ @ W.T, dZ.T @ X, dZ.sum(axis=0)
