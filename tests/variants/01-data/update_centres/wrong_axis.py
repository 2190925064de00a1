# expect: fail
# why: mean over features
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in np.unique(assignment):
        new[j] = X[assignment == j].mean(axis=1).mean()
    return new
