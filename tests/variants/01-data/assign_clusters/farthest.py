# expect: fail
# why: argmax for argmin
def assign_clusters(X, centres):
    differences = X[:, np.newaxis] - centres
    return (differences**2).sum(axis=2).argmax(axis=1)
