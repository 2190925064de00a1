# expect: fail
# why: looks at the last class alone
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities[:, -1] >= threshold
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
