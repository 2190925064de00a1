# expect: fail
# why: the sum in place of the mean
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = rows.sum(axis=0)
    return new
