# expect: fail
# why: shuffles the tables of the visible tests only
def minibatches(X, y, size, seed):
    if len(X) not in (10, 60):
        return [(X, y)]
    order = np.random.default_rng(seed).permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]
