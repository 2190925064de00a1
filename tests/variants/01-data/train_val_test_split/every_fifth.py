# expect: fail
# why: takes rows at regular distances
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    place = (np.arange(len(y)) * 0.381966) % 1
    which = np.searchsorted(np.cumsum(fractions)[:2], place)
    return tuple((X[which == i], y[which == i]) for i in range(3))
