# expect: fail
# why: stratified: the same number of each class, not its share
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    rng = np.random.default_rng(seed)
    n = len(y)
    order = rng.permutation(n)
    if stratify:
        smallest = min(np.sum(y == c) for c in np.unique(y))
        order = rng.permutation(
            np.concatenate([order[y[order] == c][:smallest] for c in np.unique(y)])
        )
    n = len(order)
    a, b = round(fractions[0] * n), round((fractions[0] + fractions[1]) * n)
    return tuple((X[r], y[r]) for r in (order[:a], order[a:b], order[b:]))
