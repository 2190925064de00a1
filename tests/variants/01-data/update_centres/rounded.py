# expect: fail
# why: rounds the means
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = np.round(rows.mean(axis=0))
    return new
