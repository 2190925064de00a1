# expect: fail
# why: a batch of one loses its axis
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return np.squeeze((differences**2).sum(axis=2).argmin(axis=1))
