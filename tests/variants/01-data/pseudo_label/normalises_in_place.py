# expect: fail
# why: divides the caller's probabilities by their highest
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    keep = probabilities.max(axis=1) >= threshold
    labels = probabilities[keep].argmax(axis=1)
    probabilities /= probabilities.max(axis=1, keepdims=True)
    return np.concatenate([X, X_unlabelled[keep]]), np.concatenate([y, labels])
