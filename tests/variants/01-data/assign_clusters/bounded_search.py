# expect: fail
# why: a row farther than 100 from all centres goes to the first
def assign_clusters(X, centres):
    out = np.zeros(len(X), dtype=int)
    for i, x in enumerate(X):
        best = 100.0
        for j, c in enumerate(centres):
            d = np.sqrt(((x - c) ** 2).sum())
            if d < best:
                best, out[i] = d, j
    return out
