# expect: fail
# why: adopts all rows if their mean confidence is high enough
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = np.full(
        len(probabilities), len(probabilities) > 0 and probabilities.max(axis=1).mean() >= threshold
    )
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
