# expect: fail
# why: asserts the shapes, which raises AssertionError
def mse(y_true, y_pred):
    assert y_true.shape == y_pred.shape
    e = y_pred - y_true
    return np.mean(e**2), 2 * e / e.size
