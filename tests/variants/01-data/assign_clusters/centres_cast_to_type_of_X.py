# expect: fail
# why: centres take the dtype of X: with integer X the centres 0.4 and 0.9 both become 0
def assign_clusters(X, centres):
    c = np.asarray(centres).astype(X.dtype)
    return np.argmin(((X[:, np.newaxis] - c) ** 2).sum(axis=2), axis=1)
