# expect: pass
# why: argsort of random keys for the order, np.split at the multiples of size, zip to pairs
def minibatches(X, y, size, seed):
    if X.shape[0] != y.shape[0]:
        raise ValueError("different numbers of rows")
    if size <= 0:
        raise ValueError("no batch of this size")
    order = np.argsort(np.random.default_rng(seed).random(X.shape[0]))
    cuts = range(size, X.shape[0], size)
    return list(zip(*(np.split(array[order], cuts) for array in (X, y))))
