# expect: fail
# why: takes a layer of one unit for the last
def predict_by_hand(weights, X):
    for W, b in zip(weights[::2], weights[1::2]):
        X = X @ W + b
        if b.shape[0] != 1:
            X = np.maximum(X, 0)
    return X
