# expect: fail
# why: the mean over the rows in place of the sum, for the bias alone


def dense_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)
