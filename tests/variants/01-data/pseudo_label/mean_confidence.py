# expect: fail
# why: compares the mean of a row, which is 1/C
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.mean(axis=1) >= threshold
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
