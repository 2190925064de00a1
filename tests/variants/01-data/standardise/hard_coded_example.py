# expect: fail
# why: the docstring's example only
def standardise(train, *others):
    return np.array([[-1.0, -1.0], [1.0, 1.0]]), np.array([[3.0, 0.0]])
