# expect: fail
# why: the expanded square with one norm for all centres
def assign_clusters(X, centres):
    return (np.sum(X**2, 1)[:, None] - 2 * X @ centres.T + np.sum(centres**2)).argmin(1)
