# expect: fail
# why: adopted rows in the order of confidence
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    adopted = np.array(
        [
            i
            for i in np.argsort(-probabilities.max(axis=1), kind="stable")
            if probabilities[i].max() >= threshold
        ],
        dtype=int,
    )
    labels = probabilities[adopted].argmax(axis=1)
    return np.concatenate([X, X_unlabelled[adopted]]), np.concatenate([y, labels])
