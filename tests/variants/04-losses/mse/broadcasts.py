# expect: fail
# why: does not look at the shapes
def mse(y_true, y_pred):
    error = y_pred - y_true
    return np.mean(error**2), 2 * error / error.size
