# expect: fail
# why: writes means into an array of integers
def update_centres(X, assignment, centres):
    new = centres.copy()
    for j in np.unique(assignment):
        new[j] = X[assignment == j].mean(axis=0)
    return new
