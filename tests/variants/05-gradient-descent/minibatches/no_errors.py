# expect: fail
# why: accepts tables of different length and any size
def minibatches(X, y, size, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    starts = range(0, len(X), size)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in starts]
