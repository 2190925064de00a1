# expect: fail
# why: draws rows with replacement
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    order = np.random.default_rng(seed).integers(len(X), size=len(X))
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]
