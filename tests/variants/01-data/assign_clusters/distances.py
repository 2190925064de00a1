# expect: fail
# why: the distances, not the numbers
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return np.sqrt((differences**2).sum(axis=2)).min(axis=1)
