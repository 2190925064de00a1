# expect: fail
# why: the centres come back in another order
def update_centres(X, assignment, centres):
    new = centres.astype(float)
    for j in range(len(centres)):
        if np.any(assignment == j):
            new[j] = X[assignment == j].mean(0)
    return new[np.argsort(new[:, 0])] if len(new) > 2 else new
