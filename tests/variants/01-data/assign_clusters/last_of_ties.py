# expect: fail
# why: the last of equally near centres
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return len(centres) - 1 - (differences**2).sum(axis=2)[:, ::-1].argmin(axis=1)
