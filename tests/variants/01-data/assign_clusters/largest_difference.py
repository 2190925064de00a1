# expect: fail
# why: the largest difference alone
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return np.abs(differences).max(axis=2).argmin(axis=1)
