# expect: fail
# why: the member nearest to the mean (k-medoids)
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = rows[((rows - rows.mean(axis=0)) ** 2).sum(axis=1).argmin()]
    return new
