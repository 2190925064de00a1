# expect: fail
# why: compares a sum of floats with ==
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or min(fractions) <= 0 or sum(fractions) != 1:
        raise ValueError("fractions")
    rng = np.random.default_rng(seed)
    groups = [np.flatnonzero(y == one) for one in np.unique(y)] if stratify else [np.arange(len(y))]
    parts = [], [], []
    for group in groups:
        cuts = np.round(np.cumsum(fractions)[:2] * len(group)).astype(int)
        for part, rows in zip(parts, np.split(rng.permutation(group), cuts)):
            part.append(rows)

    rows = [rng.permutation(np.concatenate(part)) for part in parts]
    return tuple((X[r], y[r]) for r in rows)
