# expect: fail
# why: the angle in place of the distance
def assign_clusters(X, centres):
    with np.errstate(invalid="ignore", divide="ignore"):
        unit = centres / np.linalg.norm(centres, axis=1, keepdims=True)
    return np.nan_to_num(X @ unit.T).argmax(axis=1)
