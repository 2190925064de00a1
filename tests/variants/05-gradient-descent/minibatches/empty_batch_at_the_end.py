# expect: fail
# why: appends an empty batch where size divides the number of rows
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    order = np.random.default_rng(seed).permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X) + 1, size)]
