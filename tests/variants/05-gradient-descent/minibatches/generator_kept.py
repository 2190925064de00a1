# expect: fail
# why: makes the generator once for each seed and goes on with it in the next call
kept = {}


def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    order = kept.setdefault(seed, np.random.default_rng(seed)).permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]
