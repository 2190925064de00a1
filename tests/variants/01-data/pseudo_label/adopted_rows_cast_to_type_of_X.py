# expect: fail
# why: X_new takes the dtype of X: with integer X the adopted rows 2.5 become 2
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    keep = probabilities.max(axis=1) >= threshold
    n, extra = len(X), int(keep.sum())
    X_new = np.empty((n + extra, X.shape[1]), dtype=X.dtype)
    y_new = np.empty(n + extra, dtype=y.dtype)
    X_new[:n], X_new[n:] = X, X_unlabelled[keep]
    y_new[:n], y_new[n:] = y, probabilities[keep].argmax(axis=1)
    return X_new, y_new
