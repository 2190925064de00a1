# expect: fail
# why: counts the old centre as a row
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = (rows.sum(axis=0) + new[j]) / (len(rows) + 1)
    return new
