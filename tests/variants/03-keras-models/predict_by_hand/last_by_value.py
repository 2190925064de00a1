# expect: fail
# why: takes every kernel that equals the last one for the last
def predict_by_hand(weights, X):
    for W, b in zip(weights[::2], weights[1::2]):
        X = X @ W + b
        if not np.array_equal(W, weights[-2]):
            X = np.maximum(X, 0)
    return X
