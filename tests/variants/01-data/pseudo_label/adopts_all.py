# expect: fail
# why: ignores the threshold
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = np.full(len(probabilities), True)
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
