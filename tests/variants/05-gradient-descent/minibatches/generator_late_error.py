# expect: pass
# why: a generator raises its errors when the first batch is asked for
def minibatches(X, y, size, seed):
    if len(X) != len(y):
        raise ValueError("X and y differ in length")
    if size < 1:
        raise ValueError("size must be 1 or more")
    rng = np.random.default_rng(seed)
    left = rng.permutation(len(X))
    while left.size:
        yield X[left[:size]], y[left[:size]]
        left = left[size:]
