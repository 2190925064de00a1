# expect: fail
# why: adopted rows before the labelled ones
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = probabilities.max(axis=1) >= threshold
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([X_unlabelled[adopted], X]), np.concatenate([labels, y])
