# expect: fail
# why: goes half of the way only
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        rows = X[assignment == j]
        if len(rows):
            new[j] = (new[j] + rows.mean(axis=0)) / 2
    return new
