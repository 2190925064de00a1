# expect: fail
# why: the same order for every seed
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    order = np.random.default_rng(0).permutation(len(X))
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]
