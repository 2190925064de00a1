# expect: fail
# why: glues y to X, so that y takes X's dtype
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    table = np.column_stack([X, y])
    parts = []
    order = np.random.default_rng(seed).permutation(len(y))
    n = len(y)
    a, b = round(fractions[0] * n), round((fractions[0] + fractions[1]) * n)
    for rows in (order[:a], order[a:b], order[b:]):
        parts.append((table[rows, :-1], table[rows, -1]))
    return tuple(parts)
