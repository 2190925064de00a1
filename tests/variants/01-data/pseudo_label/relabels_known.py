# expect: fail
# why: overwrites known labels in place
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    keep = probabilities.max(axis=1) >= threshold
    labels = probabilities[keep].argmax(axis=1)
    new_y = np.concatenate([y, labels])
    y[:] = 0
    return np.concatenate([X, X_unlabelled[keep]]), new_y
