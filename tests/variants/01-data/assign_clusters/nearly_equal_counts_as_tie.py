# expect: fail
# why: np.isclose makes ties of distances that differ a little (all of them for data of size 1e-5): the lowest number wins over the nearest
def assign_clusters(X, centres):
    distances = ((X[:, np.newaxis] - centres) ** 2).sum(axis=2)
    return np.isclose(distances, distances.min(axis=1, keepdims=True)).argmax(axis=1)
