# expect: fail
# why: ignores the argument stratify
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    n = len(y)
    order = np.random.default_rng(seed).permutation(n)
    a, b = round(fractions[0] * n), round((fractions[0] + fractions[1]) * n)
    return tuple((X[r], y[r]) for r in (order[:a], order[a:b], order[b:]))
