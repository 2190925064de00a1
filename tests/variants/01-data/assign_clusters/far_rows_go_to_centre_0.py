# expect: fail
# why: the search starts with a smallest distance of 1000: rows that are farther than that from all centres stay with centre 0
def assign_clusters(X, centres):
    assignment = np.zeros(len(X), dtype=int)
    for i, row in enumerate(X):
        smallest = 1000.0
        for j, centre in enumerate(centres):
            distance = np.sqrt(((row - centre) ** 2).sum())
            if distance < smallest:
                smallest = distance
                assignment[i] = j
    return assignment
