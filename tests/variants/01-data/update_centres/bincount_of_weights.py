# expect: pass
# why: np.bincount with weights for each column
def update_centres(X, assignment, centres):
    k, d = np.shape(centres)
    rows = np.bincount(assignment, minlength=k)
    moved = np.array(centres, dtype=float)
    filled = rows > 0
    for j in range(d):
        sums = np.bincount(assignment, weights=X[:, j], minlength=k)
        moved[filled, j] = sums[filled] / rows[filled]
    return moved
