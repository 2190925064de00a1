# expect: fail
# why: returns the docstring's answer whatever the input
def dense(X, W, b):
    return np.array([[11.0, 22.0, 31.0], [13.0, 24.0, 31.0]])
