# expect: fail
# why: results are cut to the dtype of X
def predict_by_hand(weights, X):
    H = X
    n_layers = len(weights) // 2
    for i in range(n_layers):
        W, b = weights[2 * i], weights[2 * i + 1]
        Z = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
        for r in range(X.shape[0]):
            Z[r] = H[r] @ W + b
        if i < n_layers - 1:
            Z[Z < 0] = 0
        H = Z
    return H
