# expect: fail
# why: np.array_split into nearly equal pieces
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError(f"{len(X)} rows of X, {len(y)} rows of y, batches of {size}")
    order = np.random.default_rng(seed).permutation(len(X))
    pieces = np.array_split(order, -(-len(X) // size))
    return [(X[rows], y[rows]) for rows in pieces]
