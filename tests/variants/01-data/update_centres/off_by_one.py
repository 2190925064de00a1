# expect: fail
# why: leaves out the last cluster
def update_centres(X, assignment, centres):
    new = np.array(centres, dtype=float)
    for j in range(len(centres) - 1):
        if np.any(assignment == j):
            new[j] = X[assignment == j].mean(axis=0)
    return new
