# expect: fail
# why: sorts the rows inside each batch, X alone
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    order = np.random.default_rng(seed).permutation(len(X))
    cuts = [order[i : i + size] for i in range(0, len(X), size)]
    return [(X[np.sort(rows)], y[rows]) for rows in cuts]
