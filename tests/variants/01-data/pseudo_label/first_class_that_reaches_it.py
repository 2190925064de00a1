# expect: fail
# why: argmax of `probabilities >= threshold` is the first class that reaches the threshold, not the most probable (thresholds up to 0.5)
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    reaches = probabilities >= threshold
    keep = reaches.any(axis=1)
    return np.concatenate([X, X_unlabelled[keep]]), np.concatenate(
        [y, reaches[keep].argmax(axis=1)]
    )
