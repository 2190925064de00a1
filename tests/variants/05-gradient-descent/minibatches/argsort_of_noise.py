# expect: pass
# why: sorts random numbers to get an order, and splits at multiples of size
def minibatches(X, y, size, seed):
    n = len(X)
    if n != len(y) or size < 1:
        raise ValueError
    order = np.argsort(np.random.default_rng(seed).random(n))
    cuts = np.arange(size, n, size)
    return list(zip(np.split(X[order], cuts), np.split(y[order], cuts), strict=True))
