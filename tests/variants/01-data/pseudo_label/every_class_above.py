# expect: fail
# why: a row is adopted for every class that reaches the threshold
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    i, c = np.nonzero(probabilities >= threshold)
    return np.concatenate([X, X_unlabelled[i]]), np.concatenate([y, c])
