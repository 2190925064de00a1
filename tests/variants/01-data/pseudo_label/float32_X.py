# expect: pass
# why: X in single precision
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    keep = probabilities.max(1) >= threshold
    return (
        np.concatenate([X, X_unlabelled[keep]]).astype("float32"),
        np.concatenate([y, probabilities[keep].argmax(1)]),
    )
