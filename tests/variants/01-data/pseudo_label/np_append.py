# expect: pass
# why: np.append, row by row
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    X_new, y_new = X.copy(), y.copy()
    for x, p in zip(X_unlabelled, probabilities):
        c = int(p.argmax())
        if p[c] >= threshold:
            X_new = np.append(X_new, x[np.newaxis], axis=0)
            y_new = np.append(y_new, np.array([c], dtype=y.dtype))
    assert len(X_new) == len(y_new)
    return X_new, y_new
