# expect: fail
# why: the docstring's example only
def assign_clusters(X, centres):
    return np.array([1, 0])
