# expect: fail
# why: returns the example of the docstring
def mse(y_true, y_pred):
    return 5.0, np.array([0.0, 1.0, 0.0, -2.0])
