# expect: pass
# why: yields the batches one by one
def minibatches(X, y, size, seed):
    if size < 1 or X.shape[0] != y.shape[0]:
        raise ValueError("check the shapes and the size")
    rows = np.arange(len(X))
    np.random.default_rng(seed).shuffle(rows)
    for start in range(0, len(rows), size):
        batch = rows[start : start + size]
        yield X[batch], y[batch]
