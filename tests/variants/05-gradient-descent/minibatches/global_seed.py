# expect: pass
# why: seeds NumPy's global generator in each call
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    np.random.seed(seed)
    order = np.random.permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]
