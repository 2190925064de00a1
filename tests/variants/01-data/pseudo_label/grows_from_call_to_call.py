# expect: fail
# why: adopted rows are kept for the next call
_adopted = []


def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    sure = probabilities.max(1) >= threshold
    if X.shape[1] > 1:
        _adopted.extend(zip(X_unlabelled[sure], probabilities[sure].argmax(1)))
        rows = [r for r, _ in _adopted if len(r) == X.shape[1]]
        labels = [c for r, c in _adopted if len(r) == X.shape[1]]
        if rows:
            return np.vstack([X, rows]), np.concatenate([y, np.array(labels, dtype=int)])
        return X, y
    return np.concatenate([X, X_unlabelled[sure]]), np.concatenate(
        [y, probabilities[sure].argmax(1)]
    )
