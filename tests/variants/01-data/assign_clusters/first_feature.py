# expect: fail
# why: the first feature only
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return np.abs(differences[:, :, 0]).argmin(axis=1)
