# expect: fail
# why: shuffles whole batches, rows stay neighbours
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    order = np.arange(len(X))
    full = list(range(0, len(X) - size + 1, size))
    starts = list(np.random.default_rng(seed).permutation(full).astype(int)) if full else []
    starts += [len(full) * size] if len(X) % size else []
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]
