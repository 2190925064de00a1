# expect: fail
# why: astype(float, copy=False) copies integer centres only: float centres are changed in place
def update_centres(X, assignment, centres):
    moved = centres.astype(float, copy=False)
    for j in np.unique(assignment):
        moved[j] = X[assignment == j].mean(axis=0)
    return moved
