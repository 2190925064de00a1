# expect: fail
# why: leaves the labelled rows out
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities[adopted].argmax(axis=1)
    return X_unlabelled[adopted], labels
