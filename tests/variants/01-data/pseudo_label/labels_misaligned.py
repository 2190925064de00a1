# expect: fail
# why: takes the first labels in place of those of the adopted rows
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities.argmax(axis=1)[: adopted.sum()]
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
