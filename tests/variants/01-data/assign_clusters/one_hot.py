# expect: fail
# why: a one-hot row for each row
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return np.eye(len(centres))[(differences**2).sum(axis=2).argmin(axis=1)]
