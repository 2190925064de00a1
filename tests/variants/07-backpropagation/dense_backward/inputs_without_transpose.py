# expect: fail
# why: W where its transpose belongs, as fits square layers only


def dense_backward(dZ, X, W):
    return dZ @ W, X.T @ dZ, dZ.sum(axis=0)
