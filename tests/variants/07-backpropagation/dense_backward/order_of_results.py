# expect: fail
# why: dW before dX


def dense_backward(dZ, X, W):
    return X.T @ dZ, dZ @ W.T, dZ.sum(axis=0)
