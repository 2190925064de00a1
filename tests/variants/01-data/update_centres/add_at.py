# expect: pass
# why: np.add.at and bincount
def update_centres(X, assignment, centres):
    total = np.zeros(centres.shape)
    np.add.at(total, assignment, X)
    count = np.bincount(assignment, minlength=len(centres))
    new = centres.astype(float).copy()
    new[count > 0] = total[count > 0] / count[count > 0, None]
    return new
