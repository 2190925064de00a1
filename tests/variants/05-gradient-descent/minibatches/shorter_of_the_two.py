# expect: fail
# why: cuts to the shorter
def minibatches(X, y, size, seed):
    if size < 1:
        raise ValueError
    n = min(len(X), len(y))
    order = np.random.default_rng(seed).permutation(n)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, n, size)]
