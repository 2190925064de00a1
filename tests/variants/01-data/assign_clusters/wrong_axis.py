# expect: fail
# why: nearest row of each centre
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return (differences**2).sum(axis=2).argmin(axis=0)
