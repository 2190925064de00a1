# expect: fail
# why: the nearest row of each centre where there are as many rows as centres
def assign_clusters(X, centres):
    d = ((X[:, None] - centres) ** 2).sum(2)
    return d.argmin(0) if d.shape[0] == d.shape[1] else d.argmin(1)
