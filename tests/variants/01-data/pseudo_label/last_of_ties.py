# expect: fail
# why: the last of equally probable classes
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities.shape[1] - 1 - probabilities[adopted][:, ::-1].argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
