# expect: fail
# why: the smaller batch comes first
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    order = np.random.default_rng(seed).permutation(len(X))
    rest = len(X) % size
    cuts = np.arange(rest or size, len(X), size)
    return [(X[rows], y[rows]) for rows in np.split(order, cuts)]
