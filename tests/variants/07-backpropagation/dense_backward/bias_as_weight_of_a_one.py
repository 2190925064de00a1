# expect: pass
# why: augmented inputs [X 1]: one product holds dW and, as its last row, db
def dense_backward(dZ, X, W):
    dZ, X, W = map(np.asarray, (dZ, X, W))
    with_one = np.column_stack([X, np.ones(len(X))])
    *dW, db = with_one.T @ dZ
    return np.linalg.multi_dot([dZ, W.T, np.eye(len(W))]), np.stack(dW), db
