# expect: fail
# why: six, two and two rows, always
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    order = np.random.default_rng(seed).permutation(len(y))
    return tuple((X[r], y[r]) for r in (order[:6], order[6:8], order[8:10]))
