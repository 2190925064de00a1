# expect: fail
# why: stratified: only the training set is shuffled again, validation and test set come class by class, not in random order
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or min(fractions) <= 0 or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("bad fractions")
    rng = np.random.default_rng(seed)
    groups = [np.flatnonzero(y == c) for c in np.unique(y)] if stratify else [np.arange(len(y))]
    parts = [[], [], []]
    for group in groups:
        group = rng.permutation(group)
        a, b = (round(len(group) * share) for share in np.cumsum(fractions)[:2])
        for part, some in zip(parts, (group[:a], group[a:b], group[b:])):
            part.append(some)
    train, val, test = (np.concatenate(part) for part in parts)
    train = rng.permutation(train)
    return (X[train], y[train]), (X[val], y[val]), (X[test], y[test])
