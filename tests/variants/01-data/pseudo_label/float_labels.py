# expect: fail
# why: labels as floats
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities[adopted].argmax(axis=1).astype(float)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
