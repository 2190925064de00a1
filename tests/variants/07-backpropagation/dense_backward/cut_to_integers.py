# expect: fail
# why: gradients cut to whole numbers
def dense_backward(dZ, X, W):
    dX, dW, db = (np.zeros(s, dtype=int) for s in (X.shape, W.shape, (W.shape[1],)))
    dX[:], dW[:], db[:] = dZ @ W.T, X.T @ dZ, dZ.sum(0)
    return dX, dW, db
