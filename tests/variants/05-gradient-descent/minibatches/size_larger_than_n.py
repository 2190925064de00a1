# expect: fail
# why: no batch where size is larger than n
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    if size > len(X):
        raise ValueError("size is larger than the data")
    order = np.random.default_rng(seed).permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]
