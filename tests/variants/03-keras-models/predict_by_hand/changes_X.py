# expect: fail
# why: clips the caller's X in place
def predict_by_hand(weights, X):
    H = X.copy()
    for W, b in zip(weights[:-2:2], weights[1:-2:2]):
        H = np.maximum(H @ W + b, 0)
    np.maximum(X, 0, out=X)
    return H @ weights[-2] + weights[-1]
