# expect: fail
# why: a cluster of one row does not move
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres)):
        if np.sum(assignment == j) > 1:
            new[j] = X[assignment == j].mean(axis=0)
    return new
