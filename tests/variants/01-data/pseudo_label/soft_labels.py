# expect: fail
# why: the confidence in place of the class
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities[adopted].max(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
