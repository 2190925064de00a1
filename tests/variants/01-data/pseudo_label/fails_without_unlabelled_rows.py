# expect: fail
# why: probabilities.max() over all rows raises ValueError when m is 0, which is allowed
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    if probabilities.max() < threshold:
        return X.copy(), y.copy()
    keep = probabilities.max(axis=1) >= threshold
    best = probabilities.argmax(axis=1)
    return np.concatenate([X, X_unlabelled[keep]]), np.concatenate([y, best[keep]])
