# expect: fail
# why: reshape for transpose: the right shape, the entries in the wrong places


def dense_backward(dZ, X, W):
    m, n = X.shape
    k = W.shape[1]
    return dZ @ W.reshape(k, n), X.reshape(n, m) @ dZ, dZ.sum(axis=0)
