# expect: fail
# why: assigns the rows anew and ignores the assignment
def update_centres(X, assignment, centres):
    assignment = ((X[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)
    new = np.array(centres, dtype=float)
    for j in np.unique(assignment):
        new[j] = X[assignment == j].mean(axis=0)
    return new
