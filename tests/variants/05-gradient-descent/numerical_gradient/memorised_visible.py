# expect: fail
# why: knows the visible answers only
def numerical_gradient(f, x, h=1e-5):
    if h == 0.5:
        return np.array([6.0]) if x[0] == 3 else np.array([12.25])
    if np.shape(x) == (2, 3):
        return np.array([[1.0, -2.0, 0.0], [4.0, 0.5, 3.0]])
    return np.array([12.0, 9.0])
