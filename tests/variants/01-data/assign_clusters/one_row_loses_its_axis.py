# expect: fail
# why: squeeze: for one row the result has shape (), not (1,) ("array of shape (n,)")
def assign_clusters(X, centres):
    return np.argmin(((X[:, np.newaxis] - centres) ** 2).sum(axis=2), axis=1).squeeze()
