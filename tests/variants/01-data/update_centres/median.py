# expect: fail
# why: the median in place of the mean
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = np.median(rows, axis=0)
    return new
