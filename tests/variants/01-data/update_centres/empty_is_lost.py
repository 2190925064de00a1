# expect: fail
# why: empty clusters disappear
def update_centres(X, assignment, centres):
    return np.array([X[assignment == j].mean(axis=0) for j in np.unique(assignment)])
