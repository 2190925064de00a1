# expect: fail
# why: y first, X second
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([y, labels]), np.concatenate([X, X_unlabelled[adopted]])
