# expect: pass
# why: a one-hot matrix times X
def update_centres(X, assignment, centres):
    member = (np.arange(len(centres))[:, None] == assignment).astype(float)
    counts = member.sum(axis=1, keepdims=True)
    return np.where(counts > 0, member @ X / np.maximum(counts, 1), centres)
