# expect: pass
# why: one random key for each row; its rank within its class decides the part, without a loop over classes
def train_val_test_split(X, y, fractions, seed, stratify=False):
    try:
        shares = np.array([share + 0.0 for share in fractions], dtype=float)
    except TypeError as error:
        raise ValueError("fractions must be three numbers") from error
    if shares.shape != (3,) or not np.all(shares > 0) or abs(shares.sum() - 1) > 1e-6:
        raise ValueError("fractions must be three positive numbers with the sum 1")
    n = len(y)
    codes = np.unique(y, return_inverse=True)[1].ravel() if stratify else np.zeros(n, dtype=int)
    keys = np.random.Generator(np.random.PCG64(seed)).permutation(n)
    order = np.lexsort((keys, codes))
    sizes = np.bincount(codes)
    starts = np.cumsum(sizes) - sizes
    rank = np.empty(n, dtype=int)
    rank[order] = np.arange(n) - starts[codes[order]]
    size = sizes[codes]
    part_of = (rank >= np.rint(size * shares[0])).astype(int)
    part_of += rank >= np.rint(size * (shares[0] + shares[1]))
    by_key = np.argsort(keys)
    rows = [by_key[part_of[by_key] == part] for part in range(3)]
    return tuple((X[r], y[r]) for r in rows)
