# expect: fail
# why: deals the rows out like cards, every nth to a batch
def minibatches(X, y, size, seed):
    if len(X) != len(y) or size < 1:
        raise ValueError
    n = -(-len(X) // size)
    return [(X[i::n], y[i::n]) for i in range(n)]
