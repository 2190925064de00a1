# expect: fail
# why: the mean is taken a second time


def dense_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ / len(X), dZ.mean(axis=0)
