# expect: fail
# why: the most probable row of each class
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities[adopted].argmax(axis=0)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
