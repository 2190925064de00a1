# expect: fail
# why: an empty cluster moves to the origin
def update_centres(X, assignment, centres):
    new = np.zeros(centres.shape)
    for j in np.unique(assignment):
        new[j] = X[assignment == j].mean(axis=0)
    return new
