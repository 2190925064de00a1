# expect: fail
# why: returns the example of the docstring
def mae(y_true, y_pred):
    return 1.5, np.array([0.0, 0.25, 0.0, -0.25])
