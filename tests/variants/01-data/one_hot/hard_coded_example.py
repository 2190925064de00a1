# expect: fail
# why: the docstring's example only
def one_hot(labels, classes):
    return np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
