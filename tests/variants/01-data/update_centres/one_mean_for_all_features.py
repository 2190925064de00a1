# expect: fail
# why: mean over both axes
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = rows.mean()
    return new
