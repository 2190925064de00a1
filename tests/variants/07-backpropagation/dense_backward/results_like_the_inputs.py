# expect: fail
# why: buffers made with empty_like(X) and empty_like(W): for X or W of integers (pixels) the gradients are cut to whole numbers
def dense_backward(dZ, X, W):
    dX, dW = np.empty_like(X), np.empty_like(W)
    dX[:] = dZ @ W.T
    dW[:] = X.T @ dZ
    return dX, dW, dZ.sum(axis=0)
