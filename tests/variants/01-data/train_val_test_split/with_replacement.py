# expect: fail
# why: draws rows with replacement, so that some come twice
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    rng = np.random.default_rng(seed)
    n = len(y)
    parts = [rng.choice(n, round(f * n)) for f in fractions]
    return tuple((X[r], y[r]) for r in parts)
