# expect: fail
# why: takes every kernel of the last one's shape for the last
def predict_by_hand(weights, X):
    for W, b in zip(weights[::2], weights[1::2]):
        X = X @ W + b
        if W.shape != weights[-2].shape:
            X = np.maximum(X, 0)
    return X
