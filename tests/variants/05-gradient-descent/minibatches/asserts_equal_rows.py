# expect: fail
# why: assert gives AssertionError, not ValueError, for different numbers of rows
def minibatches(X, y, size, seed):
    assert len(X) == len(y), "X and y must have the same number of rows"
    if size < 1:
        raise ValueError("size must be 1 or more")
    order = np.random.default_rng(seed).permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]
