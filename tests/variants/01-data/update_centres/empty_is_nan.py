# expect: fail
# why: 0/0 for an empty cluster
def update_centres(X, assignment, centres):
    return np.array([X[assignment == j].mean(axis=0) for j in range(len(centres))])
