# expect: pass
# why: a list of whole numbers counts as an array of them
def assign_clusters(X, centres):
    return np.array([int(np.argmin(((centres - row) ** 2).sum(axis=1))) for row in X])
