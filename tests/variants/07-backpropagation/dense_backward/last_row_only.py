# expect: fail
# why: the rows replace each other instead of adding


def dense_backward(dZ, X, W):
    return dZ @ W.T, np.outer(X[-1], dZ[-1]), dZ[-1]
