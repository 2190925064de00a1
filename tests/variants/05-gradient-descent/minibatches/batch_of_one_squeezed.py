# expect: fail
# why: squeezes away the axis of a batch with one row
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    order = np.random.default_rng(seed).permutation(len(X))
    return [
        (np.squeeze(X[order[i : i + size]]), np.squeeze(y[order[i : i + size]]))
        for i in range(0, len(X), size)
    ]
