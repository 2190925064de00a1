# expect: fail
# why: the docstring's sizes, with rows of zeros
def minibatches(X, y, size, seed):
    return [(np.zeros((n, 2)), np.zeros(n)) for n in (4, 4, 2)]
