# expect: fail
# why: leaves out the row at each border
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    order = np.random.default_rng(seed).permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size + 1)]
