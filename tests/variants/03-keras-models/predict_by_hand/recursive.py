# expect: pass
# why: recursion: the last layer of the prediction of the rest
def predict_by_hand(weights, X):
    *before, W, b = weights
    H = np.maximum(predict_by_hand(before, X), 0) if before else X
    return np.einsum("nd,du->nu", H, W) + b
