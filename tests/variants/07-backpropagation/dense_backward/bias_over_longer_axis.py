# expect: fail
# why: adds over the longer axis
def dense_backward(dZ, X, W):
    db = dZ.sum(axis=0) if dZ.shape[0] >= dZ.shape[1] else dZ.sum(axis=1)
    return dZ @ W.T, X.T @ dZ, db
