# expect: fail
# why: labels of all rows, not of the adopted ones
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities.argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
