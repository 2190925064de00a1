# expect: fail
# why: targets become a column
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    order = np.random.default_rng(seed).permutation(len(X))
    Z = np.column_stack([X.reshape(len(X), -1), y])[order]
    k = X.reshape(len(X), -1).shape[1]
    return [(Z[i : i + size, :k], Z[i : i + size, k]) for i in range(0, len(Z), size)]
