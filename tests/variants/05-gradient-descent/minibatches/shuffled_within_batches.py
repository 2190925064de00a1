# expect: fail
# why: shuffles inside each batch only
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    rng = np.random.default_rng(seed)
    order = np.concatenate(
        [i + rng.permutation(min(size, len(X) - i)) for i in range(0, len(X), size)]
    )
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]
