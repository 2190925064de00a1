# expect: fail
# why: features are standardised first
def assign_clusters(X, centres):
    s = X.std(0)
    s = np.where(s == 0, 1, s)
    return (((X[:, None] - centres) / s) ** 2).sum(2).argmin(1)
