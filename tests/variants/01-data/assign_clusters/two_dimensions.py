# expect: fail
# why: two features only
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return (differences[:, :, :2] ** 2).sum(axis=2).argmin(axis=1)
