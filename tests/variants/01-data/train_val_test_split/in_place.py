# expect: fail
# why: shuffles the caller's own arrays
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    rng = np.random.default_rng(seed)
    groups = [np.flatnonzero(y == one) for one in np.unique(y)] if stratify else [np.arange(len(y))]
    parts = [], [], []
    for group in groups:
        cuts = np.round(np.cumsum(fractions)[:2] * len(group)).astype(int)
        for part, rows in zip(parts, np.split(rng.permutation(group), cuts)):
            part.append(rows)

    order = np.concatenate([rng.permutation(np.concatenate(part)) for part in parts])
    sizes = [sum(map(len, part)) for part in parts]
    X[:], y[:] = X[order], y[order]
    a, b = sizes[0], sizes[0] + sizes[1]
    return (
        (X[:a].copy(), y[:a].copy()),
        (X[a:b].copy(), y[a:b].copy()),
        (X[b:].copy(), y[b:].copy()),
    )
