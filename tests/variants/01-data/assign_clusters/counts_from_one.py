# expect: fail
# why: cluster numbers from 1
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return (differences**2).sum(axis=2).argmin(axis=1) + 1
