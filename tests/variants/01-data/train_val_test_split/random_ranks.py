# expect: pass
# why: ranks of random keys say which part
def train_val_test_split(X, y, fractions, seed, stratify=False):
    fr = list(fractions)
    if len(fr) != 3:
        raise ValueError
    for f in fr:
        if not f > 0:
            raise ValueError
    if not 1 - 1e-8 < fr[0] + fr[1] + fr[2] < 1 + 1e-8:
        raise ValueError
    rng = np.random.default_rng(seed)
    part = np.empty(len(y), dtype=int)
    classes = np.unique(y, return_inverse=True)[1] if stratify else np.zeros(len(y), dtype=int)
    for c in range(classes.max() + 1):
        rows = np.where(classes == c)[0]
        rank = np.argsort(np.argsort(rng.random(len(rows))))
        share = (rank + 0.5) / len(rows)
        part[rows] = (share > fr[0]).astype(int) + (share > fr[0] + fr[1]).astype(int)
    shuffled = rng.permutation(len(y))
    out = []
    for p in range(3):
        chosen = shuffled[part[shuffled] == p]
        out.append((np.take(X, chosen, axis=0), np.take(y, chosen)))
    return tuple(out)
