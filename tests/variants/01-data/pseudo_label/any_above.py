# expect: pass
# why: a mask of all cells at or above the threshold
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    keep = np.any(probabilities >= threshold, axis=1)
    labels = np.argmax(probabilities[keep], axis=-1).astype(y.dtype)
    return np.concatenate((X, X_unlabelled[keep]), axis=0), np.concatenate((y, labels), axis=0)
