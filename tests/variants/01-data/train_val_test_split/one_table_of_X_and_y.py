# expect: fail
# why: joins X and y in one array to keep them together: "same dtypes as X and y" is lost (integer y beside float X, text y)
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or min(fractions) <= 0 or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("bad fractions")
    rng = np.random.default_rng(seed)
    table = np.column_stack([X, y])
    labels = table[:, -1]
    tables = [table[labels == c] for c in np.unique(labels)] if stratify else [table]
    parts = [[], [], []]
    for group in tables:
        group = rng.permutation(group)
        a, b = (round(len(group) * share) for share in np.cumsum(fractions)[:2])
        for part, some in zip(parts, (group[:a], group[a:b], group[b:])):
            part.append(some)
    parts = [rng.permutation(np.concatenate(part)) for part in parts]
    return tuple((part[:, :-1], part[:, -1]) for part in parts)
