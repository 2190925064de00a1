# expect: fail
# why: shuffles X and y by two permutations
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    order = np.random.default_rng(seed).permutation(len(X))
    order_y = np.random.default_rng(seed + 1).permutation(len(X))
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order_y[i : i + size]]) for i in starts]
