# expect: fail
# why: X where its transpose belongs


def dense_backward(dZ, X, W):
    return dZ @ W.T, X @ dZ, dZ.sum(axis=0)
