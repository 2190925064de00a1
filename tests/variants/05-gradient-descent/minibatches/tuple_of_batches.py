# expect: pass
# why: a tuple in place of a list, by a recursive helper
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    order = np.random.default_rng([seed, 1]).permutation(len(X))

    def cut(rows):
        return ((X[rows[:size]], y[rows[:size]]), *cut(rows[size:])) if len(rows) else ()

    return cut(order)
