# expect: fail
# why: adds absolute differences
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return np.abs(differences).sum(axis=2).argmin(axis=1)
