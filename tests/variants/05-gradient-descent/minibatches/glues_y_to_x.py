# expect: fail
# why: column_stack of X and y, the last column is y: loses columns of y of shape (n, k), fails for images, turns class numbers to floats
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError("rows or size")
    both = np.column_stack([X, y])
    np.random.default_rng(seed).shuffle(both)
    return [
        (both[i : i + size, : X.shape[1]], both[i : i + size, -1])
        for i in range(0, len(both), size)
    ]
