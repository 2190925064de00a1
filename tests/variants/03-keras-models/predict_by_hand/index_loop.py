# expect: pass
# why: indices, np.dot and a test for the last layer
def predict_by_hand(weights, X):
    out = np.asarray(X, dtype="float32")
    for i in range(0, len(weights), 2):
        out = np.dot(out, weights[i]) + weights[i + 1]
        if i + 2 < len(weights):
            out = np.where(out > 0, out, 0)
    return out
