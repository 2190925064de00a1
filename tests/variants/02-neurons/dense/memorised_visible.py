# expect: fail
# why: knows the visible answers only
def dense(X, W, b):
    if X.shape == (4, 3):
        raise ValueError("(4, 3) and (2, 5)")
    if X.shape == (4, 2):
        raise ValueError("b")
    if X.shape == (1, 3):
        return np.array([[3.0]])
    if X.shape == (1, 2):
        return np.array([[1.0, -1.0]])
    return np.array([[1.0, 2.0, 1.0], [3.0, 4.0, 1.0]]) + b
