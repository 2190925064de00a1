# expect: fail
# why: changes the arriving gradient


def dense_backward(dZ, X, W):
    dZ *= 1.0 + 1e-9
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)
