# expect: fail
# why: centres the caller's rows in place
def assign_clusters(X, centres):
    middle = centres.mean(axis=0)
    if X.dtype == float:
        X -= middle
        return (((X[:, None] + middle) - centres) ** 2).sum(axis=2).argmin(axis=1)
    return ((X[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)
