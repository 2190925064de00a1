# expect: fail
# why: the docstring's example only
def update_centres(X, assignment, centres):
    return np.array([[9.0, 9.0], [0.5, 2.0]])
