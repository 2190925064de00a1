# expect: fail
# why: ValueError "if X and y have different numbers of rows": 10 rows of X with 12 of y are accepted, since only a shorter y is noticed
def minibatches(X, y, size, seed):
    if size < 1:
        raise ValueError("size must be at least 1")
    if len(y) < len(X):
        raise ValueError("there are rows without a target")
    order = np.random.default_rng(seed).permutation(len(X))
    pieces = [order[start : start + size] for start in range(0, len(order), size)]
    return [(X[rows], y[rows]) for rows in pieces]
