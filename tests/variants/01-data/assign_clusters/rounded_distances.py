# expect: fail
# why: distances rounded to one place
def assign_clusters(X, centres):
    return np.round(np.sqrt(((X[:, None] - centres) ** 2).sum(2)), 1).argmin(1)
