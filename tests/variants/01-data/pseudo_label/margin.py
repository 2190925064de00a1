# expect: fail
# why: the margin between the best two in place of the confidence
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = (
        np.sort(probabilities, axis=1)[:, -1] - np.sort(probabilities, axis=1)[:, -2]
    ) >= threshold
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
