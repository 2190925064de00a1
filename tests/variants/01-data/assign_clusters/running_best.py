# expect: pass
# why: the best so far, centre by centre
def assign_clusters(X, centres):
    number = np.zeros(len(X), dtype=int)
    best = np.linalg.norm(X - centres[0], axis=1)
    for j in range(1, len(centres)):
        d = np.linalg.norm(X - centres[j], axis=1)
        closer = d < best
        number[closer] = j
        best[closer] = d[closer]
    return number
