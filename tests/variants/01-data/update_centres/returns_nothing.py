# expect: fail
# why: moves a copy and returns nothing
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in np.unique(assignment):
        new[j] = X[assignment == j].mean(axis=0)
