# expect: fail
# why: divides by n - 1
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = rows.sum(axis=0) / max(len(rows) - 1, 1)
    return new
