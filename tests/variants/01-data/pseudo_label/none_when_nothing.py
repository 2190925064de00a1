# expect: fail
# why: returns None if nothing is adopted
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    keep = probabilities.max(axis=1) >= threshold
    if keep.any():
        return np.concatenate([X, X_unlabelled[keep]]), np.concatenate(
            [y, probabilities[keep].argmax(axis=1)]
        )
