# expect: fail
# why: the outer product of the means times m
def dense_backward(dZ, X, W):
    return dZ @ W.T, len(X) * np.outer(X.mean(0), dZ.mean(0)), dZ.sum(0)
