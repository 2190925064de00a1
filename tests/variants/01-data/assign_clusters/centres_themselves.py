# expect: fail
# why: the nearest centre itself, not its number
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return centres[(differences**2).sum(axis=2).argmin(axis=1)]
