# expect: fail
# why: gives each centre one row, as if clusters were of equal size
def assign_clusters(X, centres):
    return np.arange(len(X)) % len(centres)
