# expect: fail
# why: a threshold under 1/2 counts as 1/2
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    sure = probabilities.max(1) >= max(threshold, 0.5)
    return np.concatenate([X, X_unlabelled[sure]]), np.concatenate(
        [y, probabilities[sure].argmax(1)]
    )
