# expect: fail
# why: looks at the first class alone
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities[:, 0] >= threshold
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
