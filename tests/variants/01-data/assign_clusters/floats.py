# expect: fail
# why: cluster numbers as floats
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return (differences**2).sum(axis=2).argmin(axis=1).astype(float)
