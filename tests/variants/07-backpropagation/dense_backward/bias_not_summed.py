# expect: fail
# why: dZ itself for db


def dense_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ, dZ
