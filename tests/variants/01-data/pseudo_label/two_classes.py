# expect: fail
# why: class 1 if its probability is over one half
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = (probabilities[adopted][:, 1] > 0.5).astype(int)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
