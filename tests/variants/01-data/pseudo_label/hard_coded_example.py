# expect: fail
# why: the docstring's example only
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    return np.array([[0.0], [2.0]]), np.array([1, 0])
