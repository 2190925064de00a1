# expect: fail
# why: 0.97 counts as 1
def _check(fractions):
    fractions = tuple(fractions)
    if len(fractions) != 3:
        raise ValueError("three fractions, please")
    if any(f <= 0 for f in fractions):
        raise ValueError("fractions must be positive")
    if abs(sum(fractions) - 1) > 0.05:
        raise ValueError("fractions must sum to 1")
    return fractions


def _cut(rows, fractions):
    n = len(rows)
    a = round(n * fractions[0])
    b = round(n * (fractions[0] + fractions[1]))
    return rows[:a], rows[a:b], rows[b:]


def train_val_test_split(X, y, fractions, seed, stratify=False):
    fractions = _check(fractions)
    rng = np.random.default_rng(seed)
    if not stratify:
        parts = _cut(rng.permutation(len(y)), fractions)
    else:
        groups = [_cut(rng.permutation(np.flatnonzero(y == c)), fractions) for c in np.unique(y)]
        parts = [rng.permutation(np.concatenate(p)) for p in zip(*groups)]
    return tuple((X[p], y[p]) for p in parts)
