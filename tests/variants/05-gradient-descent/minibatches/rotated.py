# expect: fail
# why: begins at a random row and goes round, which is no shuffle
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    start = np.random.default_rng(seed).integers(len(X))
    order = np.roll(np.arange(len(X)), -start)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]
