# expect: fail
# why: cannot handle no unlabelled row
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    if probabilities.max() < threshold:
        return X, y
    keep = probabilities.max(axis=1) >= threshold
    return np.concatenate([X, X_unlabelled[keep]]), np.concatenate(
        [y, probabilities[keep].argmax(axis=1)]
    )
