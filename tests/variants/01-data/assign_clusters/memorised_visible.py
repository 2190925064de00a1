# expect: fail
# why: the visible examples by heart
def assign_clusters(X, centres):
    return np.array([1, 0, 0]) if len(X) == 3 else np.array([0, 2])
