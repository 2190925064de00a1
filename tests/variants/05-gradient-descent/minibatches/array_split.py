# expect: pass
# why: np.split at the multiples of size
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size <= 0:
        raise ValueError
    order = np.argsort(np.random.RandomState(seed).rand(len(X)))
    cuts = np.arange(size, len(X), size)
    return list(zip(np.split(X[order], cuts), np.split(y[order], cuts)))
