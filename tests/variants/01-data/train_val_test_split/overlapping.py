# expect: fail
# why: validation rows are taken from the training set
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    n = len(y)
    order = np.random.default_rng(seed).permutation(n)
    a, b, c = (round(f * n) for f in fractions)
    return tuple((X[r], y[r]) for r in (order[: n - c], order[:b], order[n - c :]))
