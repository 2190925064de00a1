# expect: fail
# why: the first class that reaches the threshold
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    above = probabilities >= threshold
    sure = above.any(1)
    return np.concatenate([X, X_unlabelled[sure]]), np.concatenate([y, above[sure].argmax(1)])
