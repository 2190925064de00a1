# expect: fail
# why: moves the caller's own centres
def update_centres(X, assignment, centres):
    for j in np.unique(assignment):
        centres[j] = X[assignment == j].mean(axis=0)
    return centres.astype(float)
