# expect: fail
# why: a sum of 0 in all columns is taken for an empty cluster: a centre whose rows have the mean 0 stays where it was; only one without rows should
def update_centres(X, assignment, centres):
    sums = np.zeros(centres.shape)
    np.add.at(sums, assignment, X)
    rows = np.bincount(assignment, minlength=len(centres))[:, np.newaxis]
    return np.where(
        sums != 0,
        sums / np.maximum(rows, 1),
        np.where(sums.any(axis=1, keepdims=True), 0.0, centres),
    )
