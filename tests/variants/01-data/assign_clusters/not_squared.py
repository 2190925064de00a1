# expect: fail
# why: sums differences that cancel
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return differences.sum(axis=2).argmin(axis=1)
