# expect: fail
# why: the last of equally near centres, by <=
def assign_clusters(X, centres):
    result = np.zeros(len(X), dtype=int)
    nearest = np.full(len(X), np.inf)
    for j, centre in enumerate(centres):
        distance = ((X - centre) ** 2).sum(axis=1)
        closer = distance <= nearest
        result[closer], nearest[closer] = j, distance[closer]
    return result
