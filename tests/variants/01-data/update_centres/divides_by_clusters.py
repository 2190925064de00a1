# expect: fail
# why: divides by the number of clusters
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = rows.sum(axis=0) / len(centres)
    return new
