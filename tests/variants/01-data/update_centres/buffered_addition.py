# expect: fail
# why: sums[assignment] += X keeps only the last row of each cluster: not the mean of its rows
def update_centres(X, assignment, centres):
    sums = np.zeros(centres.shape)
    sums[assignment] += X
    rows = np.bincount(assignment, minlength=len(centres))[:, np.newaxis]
    return np.where(rows > 0, sums / np.maximum(rows, 1), centres)
