# expect: fail
# why: y becomes float if an empty list is appended
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    rows = [i for i, p in enumerate(probabilities) if p.max() >= threshold]
    labels = [p.argmax() for p in probabilities if p.max() >= threshold]
    return np.concatenate([X, X_unlabelled[rows]]), np.append(y, labels)
