# expect: pass
# why: whole-number cuts, the test set gets the rest
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    rng = np.random.default_rng(seed)
    train, val, test = [], [], []
    groups = [np.where(y == c)[0] for c in set(y.tolist())] if stratify else [np.arange(len(X))]
    groups.sort(key=lambda group: group[0])
    for group in groups:
        group = rng.permutation(group)
        a = int(fractions[0] * len(group))
        b = a + int(fractions[1] * len(group))
        train.extend(group[:a])
        val.extend(group[a:b])
        test.extend(group[b:])
    for part in (train, val, test):
        rng.shuffle(part)
    return (X[train], y[train]), (X[val], y[val]), (X[test], y[test])
