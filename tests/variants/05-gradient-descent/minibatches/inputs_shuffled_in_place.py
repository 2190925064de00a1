# expect: fail
# why: shuffles the caller's own arrays
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    np.random.default_rng(seed).shuffle(X)
    np.random.default_rng(seed).shuffle(y)
    return [(X[i : i + size].copy(), y[i : i + size].copy()) for i in range(0, len(X), size)]
