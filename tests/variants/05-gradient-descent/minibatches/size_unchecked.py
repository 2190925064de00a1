# expect: fail
# why: a negative size gives no batch and no error
def minibatches(X, y, size, seed):
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    order = np.random.default_rng(seed).permutation(len(X))
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]
